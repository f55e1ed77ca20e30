using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>What went wrong with the server, in words of a person who has to mend it.</summary>
/// <param name="Text">What happened and what to do, to follow "Redis ".</param>
/// <param name="IsPassing">Whether the same command may succeed soon.</param>
internal readonly record struct RedisProblem(string Text, bool IsPassing)
{
    private const string Away =
        "cannot be reached. See that it runs, and check the address, TLS and the firewall of the connection.";

    // What the server answers begins with a word in capitals.
    private static readonly (string Word, string Text, bool IsPassing)[] Answers =
    [
        ("READONLY", "is a read-only replica. Connect to the primary; after a failover that takes seconds.", true),
        ("OOM", "is full (maxmemory). Give it more memory, and the policy noeviction.", false),
        ("NOAUTH", "wants a password. Give the connection one.", false),
        ("WRONGPASS", "refuses the user or the password of the connection.", false),
        ("NOPERM", "does not allow this user the commands or keys. Allow the prefix and scripts.", false),
        ("LOADING", "is starting and reads its data. It answers soon.", true),
        ("MASTERDOWN", "is a replica without a primary. Start the primary, or wait for the failover.", true),
        ("CLUSTERDOWN", "is a cluster with slots that nobody serves. Start the missing nodes.", true),
        ("TRYAGAIN", "is a cluster that moves the slot. It answers soon.", true),
        ("MISCONF", "cannot write to its disk and takes no writes. Make room on its disk.", false),
        ("NOREPLICAS", "takes no writes, as too few replicas are connected.", true),
        (
            "WRONGTYPE",
            "has something else under a key of ours, so another program uses the same prefix. Choose another Prefix.",
            false
        ),
    ];

    /// <summary>Tells whether the exception is of the server or the connection to it.</summary>
    public static bool IsOf(Exception error) => error is RedisException or TimeoutException or ObjectDisposedException;

    /// <summary>Describes an exception. The text holds no value and no password.</summary>
    public static RedisProblem Of(Exception error)
    {
        if (IsOfPassword(error))
        {
            return new RedisProblem("refuses the user or the password of the connection.", IsPassing: false);
        }

        if (error is ObjectDisposedException)
        {
            return new RedisProblem("has no connection any more: it was disposed. Keep it as long as clients.", false);
        }

        if (error is RedisConnectionException)
        {
            return new RedisProblem(Away, IsPassing: true);
        }

        if (error is TimeoutException)
        {
            return new RedisProblem("did not answer in time. See its load and the network.", IsPassing: true);
        }

        var message = error.Message;
        foreach (var (word, text, isPassing) in Answers)
        {
            if (
                message.StartsWith(word, StringComparison.Ordinal)
                || message.Contains($"-{word} ", StringComparison.Ordinal)
            )
            {
                return new RedisProblem(text, isPassing);
            }
        }

        // Somebody ended a script with SCRIPT KILL. Nothing was written, and ours can run again.
        return message.Contains("Script killed", StringComparison.Ordinal)
            ? new RedisProblem("had the script killed.", IsPassing: true)
            : new RedisProblem("refused the command. See the inner exception.", IsPassing: false);
    }

    // The connection goes on to try, and says what it met among its causes.
    private static bool IsOfPassword(Exception error)
    {
        for (var each = error; each is not null; each = each.InnerException)
        {
            if (
                each is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }
                || each.Message.Contains(nameof(ConnectionFailureType.AuthenticationFailure), StringComparison.Ordinal)
                || each.Message.Contains("WRONGPASS", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }
}
