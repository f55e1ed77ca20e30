using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Analytics;

/// <summary>Writes figures: sums, and the days on demand.</summary>
internal static class Figures
{
    private const int MostDays = 120;

    public static JsonObject Of(IReadOnlyDictionary<string, AnalyticsSeries> parts, bool withDays)
    {
        if (parts.Count == 1)
        {
            return Of(parts.Values.First(), withDays);
        }

        var all = new JsonObject();
        foreach (var (name, series) in parts.OrderBy(part => part.Key, StringComparer.Ordinal).Take(20))
        {
            all[name] = Of(series, withDays: false);
        }

        return all;
    }

    public static JsonObject Of(AnalyticsSeries series, bool withDays)
    {
        var sums = new JsonObject();
        foreach (var metric in series.Days.SelectMany(day => day.Metrics.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            // The sum of a rate means nothing.
            if (!metric.EndsWith("_RATE", StringComparison.OrdinalIgnoreCase) && series.Sum(metric) is { } sum)
            {
                sums[metric] = sum;
            }
        }

        var figures = new JsonObject { ["sums"] = sums, ["final"] = series.IsFinal };
        if (withDays)
        {
            figures["days"] = new JsonArray([.. series.Days.TakeLast(MostDays).Select(DayOf)]);
        }

        return figures;
    }

    private static JsonNode DayOf(AnalyticsDay day)
    {
        var row = new JsonObject { ["date"] = $"{day.Date:yyyy-MM-dd}" };
        foreach (var (name, value) in day.Metrics)
        {
            row[name] = decimal.Round(value, 4);
        }

        return row;
    }
}
