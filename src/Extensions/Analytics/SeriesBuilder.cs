using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Merges the responses of several slices into series, one for each part of the split.</summary>
internal sealed class SeriesBuilder
{
    private static readonly IReadOnlyDictionary<string, decimal> None = new Dictionary<string, decimal>();

    private readonly Dictionary<string, SortedDictionary<DateOnly, AnalyticsDay>> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, decimal>> _lifetime = new(StringComparer.Ordinal);

    /// <summary>Adds a response: an object with a report for each part of the split.</summary>
    public void Add(JToken? response)
    {
        foreach (var part in (response as JObject)?.Properties() ?? [])
        {
            if (part.Value is not JObject report)
            {
                continue;
            }

            if (!_days.TryGetValue(part.Name, out var days))
            {
                days = [];
                _days[part.Name] = days;
            }

            foreach (var day in (report["daily_metrics"] as JArray)?.OfType<JObject>() ?? [])
            {
                AddDay(days, day);
            }

            if (report["lifetime_metrics"] is JObject lifetime)
            {
                _lifetime[part.Name] = Figures(lifetime);
            }
        }
    }

    public IReadOnlyDictionary<string, AnalyticsSeries> Build() =>
        _days.ToDictionary(
            part => part.Key,
            part => new AnalyticsSeries([.. part.Value.Values], _lifetime.GetValueOrDefault(part.Key, None)),
            StringComparer.Ordinal
        );

    // When two responses have the same day, the one whose figures are final counts.
    private static void AddDay(SortedDictionary<DateOnly, AnalyticsDay> days, JObject day)
    {
        if (AnalyticsRow.ParseDay(ValueText.Of(day["date"] ?? JValue.CreateNull())) is not { } date)
        {
            return;
        }

        var read = new AnalyticsDay(
            date,
            ValueText.Of(day["data_status"] ?? JValue.CreateNull()),
            Figures(day["metrics"] as JObject)
        );
        if (!days.TryGetValue(date, out var known) || known.IsPreliminary)
        {
            days[date] = read;
        }
    }

    private static IReadOnlyDictionary<string, decimal> Figures(JObject? figures)
    {
        if (figures is null)
        {
            return None;
        }

        var row = AnalyticsRowExtensions.FromJson(figures);
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var figure in figures.Properties())
        {
            if (row.Decimal(figure.Name) is { } value)
            {
                values[figure.Name] = value;
            }
        }

        return values;
    }
}
