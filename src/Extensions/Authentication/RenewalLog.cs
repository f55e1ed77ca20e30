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
        "A renewed token could not be stored. It is lost when the process ends. The next call tries to store it "
            + "again. {Problem}"
    )]
    public static partial void TokenNotStored(ILogger logger, string problem);

    [LoggerMessage(7, LogLevel.Information, "The renewed token is stored now, after an earlier attempt failed.")]
    public static partial void TokenStoredLate(ILogger logger);

    [LoggerMessage(8, LogLevel.Error, "An event handler of a credential threw an exception.")]
    public static partial void HandlerFailed(ILogger logger, Exception error);
}
