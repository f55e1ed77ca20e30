namespace Pinterest.OpenApi;

/// <summary>How a list is watched.</summary>
/// <typeparam name="T">What is watched.</typeparam>
public sealed record WatchOptions<T>
    where T : class
{
    internal const int LargestPage = 250;

    /// <summary>Gets where the watch keeps what it has told.</summary>
    /// <value>The default keeps it in memory for this one watch, so that a restart begins anew.</value>
    public IWatchCheckpointStore? Checkpoints { get; init; }

    /// <summary>
    /// Gets the name of the watch in <see cref="Checkpoints"/>. Give watches of different accounts different names.
    /// </summary>
    /// <value>The default is <c>boards</c>, or <c>pins-of-ID</c> with the id of the board.</value>
    public string? Name { get; init; }

    /// <summary>
    /// Gets from when on a thing that exists at the first start is told as created, by its time of creation;
    /// <see cref="DateTimeOffset.MinValue"/> for all. A watch with a checkpoint goes on from there instead.
    /// </summary>
    /// <value>The default is null: what exists at the first start is not told.</value>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets the shortest time from one poll to the next.</summary>
    /// <value>The default is 5 minutes; at least 1 second, at most 1 day.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets which part of the known quota the watch may take. A poll of a long list is stretched over more time when
    /// the interval would need more.
    /// </summary>
    /// <value>The default is 0.1; more than 0, at most 1.</value>
    public double QuotaShare { get; init; } = 0.1;

    /// <summary>Gets how many things one call fetches.</summary>
    /// <value>The default is 250, which is the most that Pinterest gives; at least 1.</value>
    public int PageSize { get; init; } = LargestPage;

    /// <summary>
    /// Gets how long a watch tries again when Pinterest fails. After that it ends with the last error.
    /// </summary>
    /// <value>The default is 1 hour; at least zero.</value>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets what makes a thing changed: it is when one of these texts is another. Leave counts out, or each follower
    /// is a change. When a program gets another comparison, its watch does not tell what changed meanwhile.
    /// </summary>
    /// <value>The default compares what a person has written: title, description, link and the like.</value>
    public Func<T, IEnumerable<string?>>? Compare { get; init; }

    /// <summary>Tells how many calls the watch makes in an hour, when nothing was removed.</summary>
    /// <param name="items">How long the list is.</param>
    /// <param name="tier">The access of the app.</param>
    /// <returns>The calls. A removal costs one more each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of items is below zero.</exception>
    /// <exception cref="ArgumentException">Something is wrong with the options.</exception>
    public double GetCallsPerHour(int items, AccessTier tier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        Validate();
        var calls = Math.Max(1, (items + PageSize - 1) / PageSize);
        return calls / WatchPace.IntervalOf(calls, Interval, QuotaShare, tier).TotalHours;
    }

    internal void Validate()
    {
        var problems = Problems().ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems));
        }
    }

    private IEnumerable<string> Problems()
    {
        if (Interval < TimeSpan.FromSeconds(1) || Interval > TimeSpan.FromDays(1))
        {
            yield return $"Interval is {Interval}; it must be 1 second to 1 day.";
        }

        if (!(QuotaShare > 0 && QuotaShare <= 1))
        {
            yield return $"QuotaShare is {QuotaShare}; it must be more than 0 and at most 1.";
        }

        if (PageSize is < 1 or > LargestPage)
        {
            yield return $"PageSize is {PageSize}; it must be 1 to {LargestPage}.";
        }

        if (GiveUpAfter < TimeSpan.Zero)
        {
            yield return $"GiveUpAfter is {GiveUpAfter}; it must not be below zero.";
        }

        if (Name is { Length: 0 })
        {
            yield return "Name is empty; leave it out, or give one.";
        }
    }
}
