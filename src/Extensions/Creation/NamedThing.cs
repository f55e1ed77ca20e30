namespace Pinterest.OpenApi;

/// <summary>Finds a thing by its name, or creates it. A creation that loses a race ends in finding the other's.</summary>
/// <typeparam name="T">The thing.</typeparam>
internal sealed class NamedThing<T>
    where T : class
{
    /// <summary>The most items that are searched. Users report that Pinterest allows 2,000 boards.</summary>
    public const int MostLookedAt = 5000;

    // Between a refused creation and the second look, because a list may lag behind.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public required string Name { get; init; }

    public required Func<T, string?> NameOf { get; init; }

    /// <summary>Gets what gives the id of one.</summary>
    public required Func<T, string?> IdOf { get; init; }

    public required Func<BookmarkPager<T>> List { get; init; }

    public required Func<CancellationToken, Task<T>> CreateAsync { get; init; }

    /// <summary>
    /// Creates the exception for an item that exists and is not visible. The argument says whether all items were
    /// searched.
    /// </summary>
    public required Func<bool, PinterestConflictException, Exception> NotVisible { get; init; }

    public required TimeProvider Time { get; init; }

    public async Task<FoundOrCreated<T>> RunAsync(CancellationToken cancellationToken)
    {
        if ((await FindAsync(cancellationToken).ConfigureAwait(false)).Item is { } existing)
        {
            return new FoundOrCreated<T>(existing, WasCreated: false);
        }

        try
        {
            var created = await CreateAsync(cancellationToken).ConfigureAwait(false);

            // Nobody can work with a thing without an id, and the list may have it.
            var known = IdOf(created) is null ? await TryFindAsync(cancellationToken).ConfigureAwait(false) : null;
            return new FoundOrCreated<T>(known ?? created, WasCreated: true);
        }
        catch (PinterestConflictException refusal)
        {
            return await FindAfterRaceAsync(refusal, cancellationToken).ConfigureAwait(false);
        }
        catch (PinterestException error) when (UnknownOutcome.Is(error))
        {
            if (await TryFindAsync(cancellationToken).ConfigureAwait(false) is { } made)
            {
                return new FoundOrCreated<T>(made, WasCreated: true);
            }

            throw;
        }
    }

    /// <summary>
    /// Compares as Pinterest's check for duplicates: without regard to case and to space at the ends. Example: "Kitchens"
    /// and "kitchens " are the same.
    /// </summary>
    public static bool AreSame(string? one, string? other) =>
        string.Equals(PlainText.Of(one), PlainText.Of(other), StringComparison.OrdinalIgnoreCase);

    private async Task<FoundOrCreated<T>> FindAfterRaceAsync(
        PinterestConflictException refusal,
        CancellationToken cancellationToken
    )
    {
        var look = await FindAsync(cancellationToken).ConfigureAwait(false);
        if (look.Item is null)
        {
            await Task.Delay(Pause, Time, cancellationToken).ConfigureAwait(false);
            look = await FindAsync(cancellationToken).ConfigureAwait(false);
        }

        return look.Item is { } others
            ? new FoundOrCreated<T>(others, WasCreated: false)
            : throw NotVisible(look.IsWhole, refusal);
    }

    // A second failure must not hide the first, which says more.
    private async Task<T?> TryFindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await FindAsync(cancellationToken).ConfigureAwait(false)).Item;
        }
        catch (PinterestException)
        {
            return null;
        }
    }

    private async Task<(T? Item, bool IsWhole)> FindAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var item in List().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (AreSame(NameOf(item), Name))
            {
                return (item, true);
            }

            if (++count == MostLookedAt)
            {
                return (null, false);
            }
        }

        return (null, true);
    }
}
