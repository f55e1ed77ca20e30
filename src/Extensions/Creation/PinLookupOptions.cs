namespace Pinterest.OpenApi;

/// <summary>The options of the search for a Pin whose creation had no response.</summary>
public sealed record PinLookupOptions
{
    private const int MostPins = 10_000;
    private static readonly TimeSpan LongestSkew = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    /// <summary>Gets how many of the newest Pins are searched: 1 to 10,000.</summary>
    /// <value>The default is 500.</value>
    public int MaxPins { get; init; } = 500;

    /// <summary>
    /// Gets how much the clock of this machine may differ from Pinterest's: 0 to a day. A larger value may find a Pin
    /// that was created earlier.
    /// </summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the wait before the search, 0 to 10 minutes. A new Pin may not be listed at once.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    internal IEnumerable<string> Problems()
    {
        if (MaxPins is < 1 or > MostPins)
        {
            yield return $"{nameof(MaxPins)} is {MaxPins}; it must be 1 to {MostPins}.";
        }

        if (ClockSkew < TimeSpan.Zero || ClockSkew > LongestSkew)
        {
            yield return $"{nameof(ClockSkew)} is {ClockSkew}; it must be 0 to a day.";
        }

        if (Delay < TimeSpan.Zero || Delay > LongestDelay)
        {
            yield return $"{nameof(Delay)} is {Delay}; it must be 0 to 10 minutes.";
        }
    }
}
