using System.Globalization;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>The days of a report, from the first to the last.</summary>
internal sealed record ReportRange(DateOnly Start, DateOnly End)
{
    /// <summary>How many days a report may begin in the past.</summary>
    public const int Oldest = 914;

    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>Reads a range.</summary>
    /// <param name="start">The first day, as yyyy-MM-dd.</param>
    /// <param name="end">The last day.</param>
    /// <param name="today">The day that it is.</param>
    /// <param name="oldest">How many days the start may be in the past.</param>
    /// <param name="longest">How many days the end may be after the start.</param>
    /// <exception cref="SandboxError">400: a day does not exist, or the range is reversed, too long, too old or in the
    /// future.</exception>
    public static ReportRange Read(string start, string end, DateOnly today, int oldest, int longest)
    {
        var range = new ReportRange(Day(start, "start_date"), Day(end, "end_date"));
        if (range.Start > range.End)
        {
            throw SandboxError.Invalid("'start_date' is after 'end_date'.");
        }

        if (range.End > today)
        {
            throw SandboxError.Invalid("'end_date' is in the future.");
        }

        if (range.Start < today.AddDays(-oldest))
        {
            throw SandboxError.Invalid($"'start_date' is more than {oldest} days ago.");
        }

        return range.Days - 1 <= longest
            ? range
            : throw SandboxError.Invalid($"'end_date' is more than {longest} days after 'start_date'.");
    }

    private static DateOnly Day(string text, string name) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw SandboxError.Invalid($"'{name}' must be a day in the form yyyy-MM-dd.");
}
