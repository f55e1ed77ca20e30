using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>
/// The log messages: operations, statuses and times only. No message holds a token or a body, and none at
/// Information or above holds an id of a person.
/// </summary>
internal static partial class PinterestLog
{
    public static ILogger Create(ILoggerFactory? factory) =>
        factory?.CreateLogger(PinterestTelemetry.Name) ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    [LoggerMessage(1, LogLevel.Debug, "{Operation} returned {Status} for attempt {Attempt}, request id {RequestId}.")]
    public static partial void Answered(ILogger logger, string operation, int status, int attempt, string? requestId);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Operation} failed in attempt {Attempt} ({Reason}). It is sent again after {Delay}."
    )]
    public static partial void Retrying(ILogger logger, string operation, int attempt, string reason, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Debug, "{Operation} waits {Wait} for the rate category {Category}.")]
    public static partial void WaitingForRateLimit(ILogger logger, string operation, TimeSpan wait, string? category);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Operation} returned a response, but the rate limiter could not process its limits."
    )]
    public static partial void RateLimiterFailed(ILogger logger, string operation, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "The watch of {Operation} failed ({Reason}). It continues after {Delay}.")]
    public static partial void WatchFailed(ILogger logger, string operation, string reason, TimeSpan delay);
}
