namespace Pinterest.OpenApi;

/// <summary>Turns seconds since 1970 into times and back.</summary>
internal static class UnixSeconds
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Gives the time in UTC; null for null and for a number that is no time of the calendar.</summary>
    public static DateTimeOffset? ToTime(long? seconds) =>
        seconds >= First && seconds <= Last ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    /// <summary>Gives the whole seconds.</summary>
    public static long? FromTime(DateTimeOffset? time) => time?.ToUnixTimeSeconds();
}
