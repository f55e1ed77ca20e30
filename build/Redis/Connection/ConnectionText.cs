using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>Reads a connection string.</summary>
internal static class ConnectionText
{
    /// <summary>Reads a connection string, for a connection that outlives an absence of the server.</summary>
    /// <exception cref="ArgumentException">It cannot be read, or names no server. The message shows nothing of it.</exception>
    public static ConfigurationOptions Parse(string configuration)
    {
        var options = Read(configuration);
        if (options.EndPoints.Count == 0)
        {
            throw new ArgumentException(
                "The connection string of Redis names no server. Begin it with an address such as redis.example:6379.",
                nameof(configuration)
            );
        }

        options.AbortOnConnectFail = false;

        // The caller decides how long a command is tried (RetryFor). A backlog would hold it back without a word.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }

    private static ConfigurationOptions Read(string configuration)
    {
        try
        {
            return ConfigurationOptions.Parse(configuration);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException)
        {
            // The error is no inner exception: it quotes the text, which may be a part of a password with a comma.
            throw new ArgumentException(
                "The connection string of Redis cannot be read. Its form is address:port,option=value. For a "
                    + "password with a "
                    + "comma or an equals sign, create the connection in the app.",
                nameof(configuration)
            );
        }
    }
}
