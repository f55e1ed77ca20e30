namespace Pinterest.OpenApi;

/// <summary>Cuts a range of days into slices that one call may request.</summary>
internal static class DateSlices
{
    /// <summary>Cuts a range into slices of at most so many days. Both ends are included.</summary>
    public static IEnumerable<(DateOnly Start, DateOnly End)> Of(DateOnly start, DateOnly end, int days)
    {
        for (var from = start; from <= end; )
        {
            // The last slice of a range that ends on the last day there is must not go beyond it.
            var to = end.DayNumber - from.DayNumber < days ? end : from.AddDays(days - 1);
            yield return (from, to);
            if (to == end)
            {
                yield break;
            }

            from = to.AddDays(1);
        }
    }

    /// <summary>Refuses a range that Pinterest would refuse.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="end">The last day.</param>
    /// <param name="today">The present day in UTC.</param>
    /// <param name="daysBack">How many days ago the range may begin.</param>
    /// <param name="advice">What to do about older figures.</param>
    /// <exception cref="ArgumentException">The range is reversed, in the future, or begins too long ago.</exception>
    public static void Check(DateOnly start, DateOnly end, DateOnly today, int daysBack, string advice)
    {
        if (start > end)
        {
            throw new ArgumentException($"The first day, {start:O}, is after the last day, {end:O}.", nameof(start));
        }

        if (end > today)
        {
            throw new ArgumentException(
                $"The last day, {end:O}, is in the future. Today in UTC is {today:O}.",
                nameof(end)
            );
        }

        if (today.DayNumber - start.DayNumber > daysBack)
        {
            throw new ArgumentException(
                $"The first day, {start:O}, is more than {(daysBack == 1 ? "1 day" : $"{daysBack} days")} ago. "
                    + $"The earliest day is {today.AddDays(-daysBack):O}. {advice}",
                nameof(start)
            );
        }
    }
}
