using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>The result of sending conversion events.</summary>
public sealed class ConversionResult
{
    /// <summary>Creates a result, for a test that fakes the sending.</summary>
    /// <param name="received">How many events Pinterest received.</param>
    /// <param name="processed">How many events Pinterest processed.</param>
    /// <param name="events">The outcome of each event, in the order of sending.</param>
    public ConversionResult(long received, long processed, IReadOnlyList<ConversionEventResult> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Received = received;
        Processed = processed;
        Events = events;
    }

    internal ConversionResult(JToken response)
    {
        Received = NumberOf(response, "num_events_received");
        Processed = NumberOf(response, "num_events_processed");
        var events = (response as JObject)?["events"] as JArray ?? [];
        Events =
        [
            .. events.Select(item => new ConversionEventResult(
                TextOf(item, "status"),
                TextOf(item, "error_message"),
                TextOf(item, "warning_message")
            )),
        ];
    }

    /// <summary>Gets how many events Pinterest received.</summary>
    public long Received { get; }

    /// <summary>Gets how many events Pinterest processed.</summary>
    public long Processed { get; }

    /// <summary>Gets the outcome of each event, in the order of sending.</summary>
    public IReadOnlyList<ConversionEventResult> Events { get; }

    private static long NumberOf(JToken response, string member) =>
        response is JObject json ? AnalyticsRowExtensions.FromJson(json).Long(member) ?? 0 : 0;

    private static string? TextOf(JToken item, string member) =>
        (item as JObject)?[member] is { } value ? ValueText.Of(value) : null;
}
