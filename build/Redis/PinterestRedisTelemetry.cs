using System.Diagnostics.Metrics;

namespace Pinterest.OpenApi.Redis;

/// <summary>
/// The measurements of what workers share on Redis, for OpenTelemetry or any other listener. No attribute holds the name
/// of a user, a key or a token.
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
        "How long a renewal waited because another worker held the lock of the token."
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
        "Blocks of calls that this worker gave back, with what it used of them."
    );

    internal static readonly Counter<long> CallsAlone = Meter.CreateCounter<long>(
        "pinterest.redis.calls.alone",
        "{call}",
        "Calls that this worker counted by itself while the server was away."
    );

    internal static readonly UpDownCounter<int> Away = Meter.CreateUpDownCounter<int>(
        "pinterest.redis.away",
        "{connection}",
        "Connections whose server is away: 1 while it is, 0 when it answers."
    );
}
