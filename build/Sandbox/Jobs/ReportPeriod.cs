using System.Globalization;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>The time that a row of a report is about.</summary>
/// <param name="First">The first day.</param>
/// <param name="Days">How many days there are.</param>
/// <param name="Hour">The hour of the day, when it is one hour; otherwise 0.</param>
/// <param name="Label">The value of the column DATE; null when the report has no such column.</param>
internal sealed record ReportPeriod(DateOnly First, int Days, int Hour, string? Label)
{
    private const int DaysOfWeek = 7;
    private const int HoursOfDay = 24;

    /// <summary>Divides a range of days.</summary>
    /// <param name="range">The range.</param>
    /// <param name="granularity">TOTAL, DAY, HOUR, WEEK or MONTH.</param>
    /// <param name="hasHourInDate">Whether the DATE of an hour has the hour, and is not the day alone.</param>
    public static IReadOnlyList<ReportPeriod> Divide(
        ReportRange range,
        string granularity,
        bool hasHourInDate = true
    ) =>
        granularity switch
        {
            "TOTAL" => [new(range.Start, range.Days, 0, null)],
            "HOUR" => [.. Each(range, 1).SelectMany(day => Hours(day, hasHourInDate))],
            "WEEK" => [.. Each(range, DaysOfWeek)],
            "MONTH" => [.. Months(range)],
            _ => [.. Each(range, 1)],
        };

    private static IEnumerable<ReportPeriod> Each(ReportRange range, int days)
    {
        for (var passed = 0; passed < range.Days; passed += days)
        {
            yield return Of(range.Start.AddDays(passed), Math.Min(days, range.Days - passed));
        }
    }

    private static IEnumerable<ReportPeriod> Hours(ReportPeriod day, bool hasHourInDate) =>
        Enumerable
            .Range(0, HoursOfDay)
            .Select(hour =>
                day with
                {
                    Hour = hour,
                    Label = hasHourInDate
                        ? string.Create(CultureInfo.InvariantCulture, $"{day.Label}T{hour:00}:00:00")
                        : day.Label,
                }
            );

    private static IEnumerable<ReportPeriod> Months(ReportRange range)
    {
        for (var first = range.Start; first <= range.End; )
        {
            var next = new DateOnly(first.Year, first.Month, 1).AddMonths(1);
            var last = next > range.End ? range.End : next.AddDays(-1);
            yield return Of(first, last.DayNumber - first.DayNumber + 1);
            first = next;
        }
    }

    private static ReportPeriod Of(DateOnly first, int days) =>
        new(first, days, 0, first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
