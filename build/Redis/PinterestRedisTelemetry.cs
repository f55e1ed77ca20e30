using System.Diagnostics.Metrics;

namespace Pinterest.OpenApi.Redis;

/// <summary>
/// The measurements of this package, for OpenTelemetry or any other listener. No attribute holds the name of a user, a
/// key or a token.
/// </summary>
/// <example><code>metrics.AddMeter(PinterestTelemetry.Name, PinterestRedisTelemetry.Name);</code></example>
public static class PinterestRedisTelemetry
{
    /// <summary>The name of the meter and of the log category.</summary>
    public const string Name = "Pinterest.OpenApi.Redis";

    private static readonly Meter Meter = new(
        Name,
        typeof(PinterestRedisTelemetry).Assembly.GetName().Version?.ToString(3)
    );

    internal static readonly Histogram<double> LockWait = Meter.CreateHistogram<double>(
        "pinterest.redis.token.lock.wait",
        "s",
        "The wait of a renewal for a lock that another worker held."
    );

    internal static readonly Counter<long> LeasesLost = Meter.CreateCounter<long>(
        "pinterest.redis.leases.lost",
        "{lease}",
        "Locks of tokens and watches that ended while this worker held them."
    );

    internal static readonly Counter<long> BlocksTaken = Meter.CreateCounter<long>(
        "pinterest.redis.blocks.taken",
        "{block}",
        "Blocks of calls that this worker took from a quota."
    );

    internal static readonly Counter<long> BlocksGivenBack = Meter.CreateCounter<long>(
        "pinterest.redis.blocks.given_back",
        "{block}",
        "Blocks of calls that this worker returned, with the number of used calls."
    );

    internal static readonly Counter<long> CallsAlone = Meter.CreateCounter<long>(
        "pinterest.redis.calls.alone",
        "{call}",
        "Calls that this worker counted alone while the server was unavailable."
    );

    internal static readonly UpDownCounter<int> Away = Meter.CreateUpDownCounter<int>(
        "pinterest.redis.away",
        "{connection}",
        "The availability of the server: 1 while it is unavailable, 0 otherwise."
    );
}
