namespace Pinterest.OpenApi;

/// <summary>The options of a watch.</summary>
/// <typeparam name="T">The type of the watched items.</typeparam>
public sealed record WatchOptions<T>
    where T : class
{
    internal const int LargestPage = 250;

    /// <summary>Gets the store of the checkpoint of the watch.</summary>
    /// <value>The default keeps it in memory for this one watch, so a restart starts anew.</value>
    public IWatchCheckpointStore? Checkpoints { get; init; }

    /// <summary>
    /// Gets the name of the watch in <see cref="Checkpoints"/>. Give watches of different accounts different names.
    /// </summary>
    /// <value>The default is <c>boards</c>, or <c>pins-of-ID</c> with the id of the board.</value>
    public string? Name { get; init; }

    /// <summary>
    /// Gets the time after which existing items are reported as created at the first start, by their time of creation.
    /// Use <see cref="DateTimeOffset.MinValue"/> for all. A watch with a checkpoint continues from there instead.
    /// </summary>
    /// <value>The default is null: existing items are not reported.</value>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets the shortest time from one poll to the next.</summary>
    /// <value>The default is 5 minutes; at least 1 second, at most 1 day.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets the part of the known quota that the watch may use. A poll of a long list takes more time when the interval
    /// would use more.
    /// </summary>
    /// <value>The default is 0.1; more than 0, at most 1.</value>
    public double QuotaShare { get; init; } = 0.1;

    /// <summary>Gets how many items one call fetches.</summary>
    /// <value>The default is 250, which is the most that Pinterest returns; at least 1.</value>
    public int PageSize { get; init; } = LargestPage;

    /// <summary>Gets how long a watch tries again when Pinterest fails. It then ends with the last error.</summary>
    /// <value>The default is 1 hour; at least zero.</value>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets the texts to compare: an item is changed when one of them differs. Do not include counts, or each new
    /// follower is a change. After you change the comparison, the watch does not report changes of the time between.
    /// </summary>
    /// <value>The default compares the texts of people: title, description, link and similar members.</value>
    public Func<T, IEnumerable<string?>>? Compare { get; init; }

    /// <summary>Gets how many calls the watch makes in an hour when nothing is removed.</summary>
    /// <param name="items">The length of the list.</param>
    /// <param name="tier">The access of the app.</param>
    /// <returns>The calls. A removal costs one more each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of items is below zero.</exception>
    /// <exception cref="ArgumentException">The options are invalid.</exception>
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
            yield return $"GiveUpAfter is {GiveUpAfter}; it must be 0 or more.";
        }

        if (Name is { Length: 0 })
        {
            yield return "Name is empty. Leave it null, or set a name.";
        }
    }
}
