namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>Reckons with timestamps of a clock.</summary>
internal static class Clock
{
    /// <summary>Gives a time in the unit of the clock's timestamps.</summary>
    public static long Ticks(this TimeProvider clock, TimeSpan time) =>
        (long)(time.TotalSeconds * clock.TimestampFrequency);

    /// <summary>Makes the turn of a call from the wait in the unit of the clock's timestamps.</summary>
    public static RateLimitTurn Turn(this TimeProvider clock, long wait, bool isOfAllCategories) =>
        new(clock.GetElapsedTime(0, wait), isOfAllCategories);
}
