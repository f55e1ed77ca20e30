using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>The log entries of renewals. Event ids 1 to 3 belong to <see cref="PinterestLog"/>.</summary>
internal static partial class RenewalLog
{
    [LoggerMessage(4, LogLevel.Information, "An access token was renewed ({Kind}).")]
    public static partial void TokenRenewed(ILogger logger, TokenKind kind);

    [LoggerMessage(5, LogLevel.Warning, "An access token could not be renewed ({Kind}): {Reason}.")]
    public static partial void TokenRenewalFailed(ILogger logger, TokenKind kind, string reason);

    [LoggerMessage(
        6,
        LogLevel.Error,
        "A renewed token could not be stored, and is lost when the process ends. The next call tries again. {Problem}"
    )]
    public static partial void TokenNotStored(ILogger logger, string problem);

    [LoggerMessage(7, LogLevel.Information, "The renewed token that could not be stored is stored now.")]
    public static partial void TokenStoredLate(ILogger logger);

    [LoggerMessage(8, LogLevel.Error, "A handler of an event of a credential failed.")]
    public static partial void HandlerFailed(ILogger logger, Exception error);
}
