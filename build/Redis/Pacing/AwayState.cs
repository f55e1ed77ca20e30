using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pinterest.OpenApi.Redis.Connection;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>
/// Whether the server is away. While it is, it is asked once a second, so that calls do not each wait for an answer that
/// does not come.
/// </summary>
/// <param name="options">The clock and the log.</param>
internal sealed partial class AwayState(PinterestRedisOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger =
        options.LoggerFactory?.CreateLogger("Pinterest.OpenApi.Redis") ?? NullLogger.Instance;

    private long _askAgain;
    private int _isAway;

    /// <summary>Gets whether the server failed when it was last asked.</summary>
    public bool IsAway => Volatile.Read(ref _isAway) == 1;

    /// <summary>Tells whether the server is to be asked; while it is away one caller a second is told so.</summary>
    public bool MayAsk()
    {
        if (!IsAway)
        {
            return true;
        }

        var now = options.TimeProvider.GetTimestamp();
        var due = Volatile.Read(ref _askAgain);
        return now >= due
            && Interlocked.CompareExchange(ref _askAgain, now + options.TimeProvider.Ticks(Pause), due) == due;
    }

    /// <summary>Notes a failure.</summary>
    public void Fail(Exception error)
    {
        Volatile.Write(ref _askAgain, options.TimeProvider.GetTimestamp() + options.TimeProvider.Ticks(Pause));
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            LogAway(_logger, RedisProblem.Of(error).Text, options.ShareWhenAway);
        }
    }

    /// <summary>Notes that the server answered.</summary>
    public void Succeed()
    {
        if (IsAway && Interlocked.Exchange(ref _isAway, 0) == 1)
        {
            LogBack(_logger);
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "Redis {Problem} Until it answers, this worker paces its calls by itself, with {Share} of each quota."
    )]
    private static partial void LogAway(ILogger logger, string problem, double share);

    [LoggerMessage(2, LogLevel.Information, "Redis answers again. The calls of all workers are counted together.")]
    private static partial void LogBack(ILogger logger);
}
