using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Cuts the days of a report into as many reports as the limits need.</summary>
internal static class ReportRange
{
    private const int DaysOfWeek = 7;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Gives the requests whose rows are together those of a request.</summary>
    /// <param name="body">The request.</param>
    /// <param name="options">The limits, where they are not Pinterest's own.</param>
    /// <param name="today">The present day in UTC.</param>
    /// <param name="kind">Which report it is.</param>
    /// <exception cref="ArgumentException">The range has no days, is reversed, in the future or begins too long ago, or
    /// is longer than a report of one row a range may be.</exception>
    public static IEnumerable<JObject> Cut(JObject body, ReportOptions options, DateOnly today, ReportKind kind)
    {
        var granularity = (string?)body["granularity"] ?? "";
        var known = kind.Limits((string?)body["level"] ?? "", granularity);
        var daysPerReport = options.DaysPerReport ?? known?.DaysPerReport;
        var daysBack = options.MaxDaysBack ?? known?.DaysBack;
        if (daysPerReport is null && daysBack is null)
        {
            return [body];
        }

        var start = Day(body, "start_date");
        var end = Day(body, "end_date");
        DateSlices.Check(
            start,
            end,
            today,
            daysBack ?? int.MaxValue,
            "Pinterest keeps no older figures. Choose a later first day."
        );
        return daysPerReport is { } days ? Cut(body, start, end, granularity, days) : [body];
    }

    private static IEnumerable<JObject> Cut(JObject body, DateOnly start, DateOnly end, string granularity, int days)
    {
        if (end.DayNumber - start.DayNumber < days)
        {
            return [body];
        }

        return granularity switch
        {
            "TOTAL" => throw new ArgumentException(
                $"The limit in days of a report with the granularity TOTAL is {days}, because the rows of several reports "
                    + "cannot be merged. Choose DAY, WEEK or MONTH, or a shorter range."
            ),
            "WEEK" => Parts(body, DateSlices.Of(start, end, Math.Max(days / DaysOfWeek * DaysOfWeek, DaysOfWeek))),
            "MONTH" => Parts(body, Months(start, end, days)),
            _ => Parts(body, DateSlices.Of(start, end, days)),
        };
    }

    // Whole months, so that no month is cut into two rows. A limit of less than a month cannot be kept that way.
    private static IEnumerable<(DateOnly Start, DateOnly End)> Months(DateOnly start, DateOnly end, int days)
    {
        while (end.DayNumber - start.DayNumber >= days)
        {
            var next = start.AddDays(days);
            var monthStart = new DateOnly(next.Year, next.Month, 1);
            if (monthStart <= start)
            {
                throw new ArgumentException(
                    $"A report with the granularity MONTH must span more than a month, but the limit in days is {days}. "
                        + "Choose another granularity."
                );
            }

            yield return (start, monthStart.AddDays(-1));
            start = monthStart;
        }

        yield return (start, end);
    }

    private static IEnumerable<JObject> Parts(JObject body, IEnumerable<(DateOnly Start, DateOnly End)> slices)
    {
        var last = Day(body, "end_date");
        var first = Day(body, "start_date");
        foreach (var (start, end) in slices)
        {
            var part = (JObject)body.DeepClone();
            part["start_date"] = start.ToString(DayFormat, CultureInfo.InvariantCulture);
            part["end_date"] = end.ToString(DayFormat, CultureInfo.InvariantCulture);

            // The hours belong to the first and to the last day of the whole range.
            if (start != first)
            {
                part.Remove("start_hour");
            }

            if (end != last)
            {
                part.Remove("end_hour");
            }

            yield return part;
        }
    }

    private static DateOnly Day(JObject body, string name) =>
        DateOnly.TryParseExact(
            (string?)body[name],
            DayFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new ArgumentException($"The report needs {name}, as a day such as 2026-01-31.");
}
