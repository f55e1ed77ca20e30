using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pinterest.OpenApi;

/// <summary>
/// The telemetry of the client, for OpenTelemetry or any other listener. It has one span for each call, with the
/// attempts as spans of System.Net.Http below it, and measurements. Attributes follow OpenTelemetry's conventions for
/// HTTP clients. The address is the path template, so that no attribute holds an id of a person, a bookmark or a token.
/// </summary>
public static class PinterestTelemetry
{
    /// <summary>The name of the activity source, of the meter and of the log category.</summary>
    public const string Name = "Pinterest.OpenApi";

    internal const string OperationTag = "pinterest.operation.id";
    internal const string CategoryTag = "pinterest.rate_category";
    internal const string ErrorTag = "error.type";

    internal static readonly ActivitySource Source = new(Name, Version());

    private static readonly Meter Meter = new(Name, Version());

    internal static readonly Histogram<double> CallDuration = Meter.CreateHistogram<double>(
        "pinterest.client.call.duration",
        "s",
        "The duration of a call with its retries and waits."
    );

    internal static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "pinterest.client.retries",
        "{retry}",
        "The retries of calls."
    );

    internal static readonly Histogram<double> RateLimitWait = Meter.CreateHistogram<double>(
        "pinterest.client.rate_limit.wait",
        "s",
        "The wait of a call for a rate limit."
    );

    internal static readonly Gauge<int> RateLimitRemaining = Meter.CreateGauge<int>(
        "pinterest.client.rate_limit.remaining",
        "{call}",
        "The calls of the rate category that are left, by the last response."
    );

    internal static readonly Counter<long> TokenRenewals = Meter.CreateCounter<long>(
        "pinterest.client.token.renewals",
        "{renewal}",
        "The renewals of access tokens, with error.type for those that failed."
    );

    private static string? Version() => typeof(PinterestTelemetry).Assembly.GetName().Version?.ToString(3);
}
