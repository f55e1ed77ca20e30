namespace Pinterest.OpenApi;

/// <summary>The options for the creation of many Pins.</summary>
public sealed record BulkPinOptions
{
    private const int MostAtOnce = 32;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets how many Pins are created at the same time: 1 to 32. With 1 the board has the Pins in the given order. With
    /// more, the order on the board may differ.
    /// </summary>
    /// <value>The default is 4.</value>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>
    /// Gets the shortest time between the starts of two creations, 0 to a day. Use it to create Pins more slowly than
    /// the rate limits allow, for example so that they do not look like spam.
    /// </summary>
    /// <value>The default is 0.</value>
    public TimeSpan Interval { get; init; }

    /// <summary>
    /// Gets the longest wait of a Pin for a used-up rate limit, 0 to a day. It is added to the wait of the client
    /// itself (<c>MaxRateLimitWait</c>). The work stops when Pinterest requires a longer wait.
    /// </summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan MaxRateLimitWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets how many creations in a row may have no response (time-out, broken connection, 5xx) before the work stops:
    /// 1 or more.
    /// </summary>
    /// <value>The default is 3.</value>
    public int MaxUnansweredInARow { get; init; } = 3;

    /// <summary>
    /// Gets whether the client searches the board when a creation has no response, to find out whether the Pin was
    /// created. The search needs a few read calls.
    /// </summary>
    /// <value>The default is true.</value>
    public bool LookUpUnknown { get; init; } = true;

    /// <summary>Gets the options of that search.</summary>
    public PinLookupOptions Lookup { get; init; } = new();

    /// <exception cref="ArgumentException">Something is out of its range.</exception>
    internal void Validate()
    {
        var problems = Problems().ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems));
        }
    }

    private IEnumerable<string> Problems()
    {
        if (MaxConcurrency is < 1 or > MostAtOnce)
        {
            yield return $"{nameof(MaxConcurrency)} is {MaxConcurrency}; it must be 1 to {MostAtOnce}.";
        }

        if (Interval < TimeSpan.Zero || Interval > Longest)
        {
            yield return $"{nameof(Interval)} is {Interval}; it must be 0 to a day.";
        }

        if (MaxRateLimitWait < TimeSpan.Zero || MaxRateLimitWait > Longest)
        {
            yield return $"{nameof(MaxRateLimitWait)} is {MaxRateLimitWait}; it must be 0 to a day.";
        }

        if (MaxUnansweredInARow < 1)
        {
            yield return $"{nameof(MaxUnansweredInARow)} is {MaxUnansweredInARow}; it must be 1 or more.";
        }

        foreach (var problem in Lookup.Problems())
        {
            yield return problem;
        }
    }
}
