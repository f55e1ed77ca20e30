using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>The log entries of renewals. Event ids 1 to 3 belong to <see cref="PinterestLog"/>.</summary>
internal static partial class RenewalLog
{
    [LoggerMessage(4, LogLevel.Information, "An access token was renewed ({Kind}).")]
    public static partial void TokenRenewed(ILogger logger, TokenKind kind);

    [LoggerMessage(5, LogLevel.Warning, "An access token could not be renewed ({Kind}): {Reason}.")]
    public static partial void TokenRenewalFailed(ILogger logger, TokenKind kind, string reason);
}
