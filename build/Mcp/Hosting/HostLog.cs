using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>What the host says in its log.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "Serving agent {Agent} over stdio; {Environment}.")]
    public static partial void ServesStdio(this ILogger logger, string agent, string environment);

    [LoggerMessage(2, LogLevel.Information, "Serving at {Address}; {Environment}.")]
    public static partial void ServesHttp(this ILogger logger, string address, string environment);

    [LoggerMessage(3, LogLevel.Debug, "Sandbox: {Line}")]
    public static partial void SandboxSaid(this ILogger logger, string line);

    [LoggerMessage(4, LogLevel.Warning, "Refused a request with the {Header} header of another place.")]
    public static partial void RefusedForeign(this ILogger logger, string header);

    [LoggerMessage(
        5,
        LogLevel.Information,
        "The sandbox's own grants are in {Grants}. Approve and read the log with --store {Store}."
    )]
    public static partial void TriesSandbox(this ILogger logger, string grants, string store);

    [LoggerMessage(6, LogLevel.Warning, "Refused a token: {Reason}")]
    public static partial void RefusedToken(this ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Warning, "Refused agent {Agent}, which the issuer knows: {Reason}")]
    public static partial void RefusedAgent(this ILogger logger, string agent, string reason);

    [LoggerMessage(8, LogLevel.Error, "A refusal could not be written into the log of the agents: {Reason}")]
    public static partial void CannotLog(this ILogger logger, string reason);
}
