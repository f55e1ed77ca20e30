using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>What is logged. No message holds a token, a password or the name of a user.</summary>
internal static partial class RedisLog
{
    /// <summary>Makes the logger.</summary>
    public static ILogger LoggerOf(PinterestRedisOptions options) =>
        options.LoggerFactory?.CreateLogger(PinterestRedisTelemetry.Name) ?? NullLogger.Instance;

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "Redis {Problem} Until it works again, calls continue with the tokens in memory and with {Share} of each quota."
    )]
    public static partial void Away(ILogger logger, string problem, double share);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Redis works again after {Absence}. The calls of all workers are counted together again. Calls that this "
            + "worker "
            + "counted alone: {Alone}."
    )]
    public static partial void Back(ILogger logger, TimeSpan absence, long alone);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "The lock {Key} ended while this worker held it: the worker was paused for longer than LockLease, or Redis was "
            + "unavailable or lost its data. Another worker may hold the lock now; this one overwrites nothing."
    )]
    public static partial void LeaseLost(ILogger logger, RedisKey key);

    [LoggerMessage(4, LogLevel.Warning, "Redis {Problem} This worker counts the calls of the user alone.")]
    public static partial void KeyFailed(ILogger logger, string problem);
}
