using System.Globalization;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Pages.Markup;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>How many calls each of the last 30 days had, and how they were decided. A table says the same.</summary>
internal static class DayChart
{
    private const int DayWidth = 20;
    private const int BarWidth = 14;
    private const int Height = 100;

    /// <summary>Draws the chart.</summary>
    /// <param name="counted">The days that had calls.</param>
    /// <param name="today">The last day.</param>
    public static Html Show(IReadOnlyList<AuditDay> counted, DateOnly today)
    {
        var days = Days(counted, today);
        var most = Math.Max(1, days.Max(day => day.Total));
        var width = DayWidth * days.Count;
        var html = new Html().Add(
            $"""
            <figure class="chart">
            <figcaption>Calls by day, the last 30 days (UTC): {days.Sum(day => day.Allowed)} allowed,
            {days.Sum(day => day.Asked)} asked, {days.Sum(day => day.Denied)} denied</figcaption>
            <p class="legend" aria-hidden="true"><span class="mark allowed">allowed</span>
            <span class="mark ask">asked</span> <span class="mark denied">denied</span>
            <span class="quiet">highest day: {days.Max(day => day.Total)}</span></p>
            <svg viewBox="0 0 {width} {Height}" preserveAspectRatio="none" role="img" aria-label="{Summary(days)}">

            """
        );
        for (var i = 0; i < days.Count; i++)
        {
            html.Add($"{Bar(days[i], i * DayWidth, most)}");
        }

        return html.Add(
            $"""
            </svg>
            <p class="axis" aria-hidden="true"><span>{LogQuery.Of(days[0].Day)}</span><span>{LogQuery.Of(
                today
            )}</span></p>
            {Table(days)}
            </figure>

            """
        );
    }

    private static List<AuditDay> Days(IReadOnlyList<AuditDay> counted, DateOnly today)
    {
        var known = counted.ToDictionary(day => day.Day);
        return
        [
            .. Enumerable
                .Range(1 - LogQuery.ChartDays, LogQuery.ChartDays)
                .Select(today.AddDays)
                .Select(day => known.GetValueOrDefault(day) ?? new AuditDay(day, 0, 0, 0)),
        ];
    }

    private static string Summary(List<AuditDay> days) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Bars by day. Days: {days.Count}. Calls in all: {days.Sum(day => day.Total)}. The table below has the figures."
        );

    // Denied stands on top, so that it is seen first.
    private static Html Bar(AuditDay day, int left, int most)
    {
        var html = new Html().Add($"<g><title>{Words(day)}</title>");
        var bottom = Height;
        foreach (var (kind, count) in Parts(day).Where(part => part.Value > 0))
        {
            // A single call is seen beside a thousand.
            var height = Math.Max(2, count * (Height - 4) / most);
            bottom -= height;
            html.Add($"""<rect class="{kind}" x="{left}" y="{bottom}" width="{BarWidth}" height="{height}"/>""");
        }

        return html.Add($"</g>\n");
    }

    private static KeyValuePair<string, int>[] Parts(AuditDay day) =>
        [new("allowed", day.Allowed), new("ask", day.Asked), new("denied", day.Denied)];

    private static string Words(AuditDay day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{LogQuery.Of(day.Day)}: {day.Allowed} allowed, {day.Asked} asked, {day.Denied} denied"
        );

    private static Html Table(List<AuditDay> days)
    {
        var html = new Html().Add(
            $"""
            <details><summary>The figures of the chart</summary>
            <table class="figures"><thead><tr><th scope="col">Day</th><th scope="col">Allowed</th><th scope="col">Asked</th>
            <th scope="col">Denied</th></tr></thead><tbody>

            """
        );
        foreach (var day in days.Where(day => day.Total > 0).Reverse())
        {
            html.Add(
                $"""
                <tr><th scope="row">{LogQuery.Of(
                    day.Day
                )}</th><td>{day.Allowed}</td><td>{day.Asked}</td><td>{day.Denied}</td></tr>

                """
            );
        }

        return html.Add($"</tbody></table></details>");
    }
}
