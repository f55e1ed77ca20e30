using System.Globalization;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>Reads the days that a call requests, from start_date to end_date.</summary>
internal static class AnalyticsDays
{
    /// <summary>The longest range, and how far it may begin in the past.</summary>
    public const int Longest = 90;

    /// <param name="call">The call.</param>
    /// <param name="today">The day up to which there are figures.</param>
    /// <param name="takesAnyDay">Whether the days may be examples of a recorded contract, of any age.</param>
    /// <exception cref="SandboxError">400: the range is reversed, in the future, or too long ago.</exception>
    public static List<DateOnly> Read(ApiCall call, DateOnly today, bool takesAnyDay)
    {
        var start = Day(call, "start_date");
        var end = Day(call, "end_date");
        if (start > end)
        {
            throw SandboxError.Invalid("'start_date' is after 'end_date'.");
        }

        var length = end.DayNumber - start.DayNumber;
        if (takesAnyDay)
        {
            length = Math.Min(Longest, length);
        }
        else if (end > today)
        {
            throw SandboxError.Invalid("'end_date' is in the future.");
        }
        else if (start < today.AddDays(-Longest))
        {
            throw SandboxError.Invalid($"'start_date' is more than {Longest} days ago.");
        }

        return [.. Enumerable.Range(0, length + 1).Select(start.AddDays)];
    }

    private static DateOnly Day(ApiCall call, string name) =>
        DateOnly.ParseExact(call.Request.Text(name)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
