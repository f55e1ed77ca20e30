using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>What a retry policy is made of. Equal settings can share one policy.</summary>
/// <param name="Options">What is sent again, and how often.</param>
/// <param name="MaxWait">The longest wait that a response may ask for.</param>
/// <param name="Time">The clock.</param>
/// <param name="LoggerFactory">Makes the logger, or null for none.</param>
internal sealed record RetrySettings(
    PinterestRetryOptions Options,
    TimeSpan MaxWait,
    TimeProvider Time,
    ILoggerFactory? LoggerFactory
);
