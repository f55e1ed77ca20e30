using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>Polls a list and reports its changes since the checkpoint.</summary>
/// <remarks>
/// A page shift (something is made or deleted while the pages are read) can show a thing twice, or not at all. So an
/// item counts as removed only when a request by its id does not find it. The next poll finds an item that was missed.
/// </remarks>
/// <typeparam name="T">The type of the watched items.</typeparam>
internal sealed class Watch<T>(WatchSource<T> source, WatchOptions<T> options)
    where T : class
{
    // Twice what Pinterest gives in one walk.
    private const int MostItems = 200_000;

    // What is still missing after that is asked for after the next walk.
    private const int MostQuestions = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _absences = new(StringComparer.Ordinal);

    public required WatchPace Pace { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Tells the changes as they are found, without an end.</summary>
    public async IAsyncEnumerable<WatchedChange<T>> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var store = options.Checkpoints ?? new MemoryWatchCheckpointStore();
        var checkpoint = await store.OpenAsync(options.Name ?? source.Name, cancellationToken).ConfigureAwait(false);
        await using var closing = checkpoint.ConfigureAwait(false);
        await BeginAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var poll = await InsistAsync(PollAsync, cancellationToken).ConfigureAwait(false);
            if (poll.Renamed.Count > 0)
            {
                await KeepAsync(checkpoint, poll.Renamed, cancellationToken).ConfigureAwait(false);
            }

            foreach (var change in poll.Changes)
            {
                var wantsNext = false;
                try
                {
                    yield return change;
                    wantsNext = true;
                }
                finally
                {
                    // The caller has done its part, so a cancellation must not undo it.
                    if (wantsNext || change.IsAcknowledged)
                    {
                        await KeepAsync(checkpoint, [change.State], CancellationToken.None).ConfigureAwait(false);
                    }
                }
            }

            await Pace.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task BeginAsync(IWatchCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        if (await checkpoint.ReadAsync(cancellationToken).ConfigureAwait(false) is { } kept)
        {
            foreach (var item in kept)
            {
                item.ApplyTo(_known);
            }

            return;
        }

        var first = await InsistAsync(BaselineAsync, cancellationToken).ConfigureAwait(false);
        await KeepAsync(checkpoint, first, cancellationToken).ConfigureAwait(false);
    }

    // What is there already and is not to be told. A list of several pages is read twice: what a page shift has hidden
    // from one walk would be told as created by the first poll.
    private async Task<IReadOnlyCollection<WatchedItem>> BaselineAsync(CancellationToken cancellationToken)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var pages = await WalkAsync(Keep, cancellationToken).ConfigureAwait(false);
        if (pages > 1)
        {
            await WalkAsync(Keep, cancellationToken).ConfigureAwait(false);
        }

        return [.. first.Select(item => new WatchedItem(item.Key, item.Value))];

        void Keep(string id, T item)
        {
            if (options.Since is not { } since || source.CreatedAtOf(item) < since)
            {
                first[id] = source.Fingerprint(item, options.Compare);
            }
        }
    }

    private async Task<WatchPoll<T>> PollAsync(CancellationToken cancellationToken)
    {
        var poll = new WatchPoll<T>(_known, WatchSource<T>.Scheme(options.Compare), Time.GetUtcNow());
        await WalkAsync((id, item) => poll.See(id, item, source.Fingerprint(item, options.Compare)), cancellationToken)
            .ConfigureAwait(false);
        foreach (var id in poll.Missing().Take(MostQuestions))
        {
            await Pace.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            var isGone = !await HoldsAsync(id, cancellationToken).ConfigureAwait(false);
            _absences[id] = _absences.GetValueOrDefault(id) + 1;
            if (isGone || _absences[id] == source.AbsencesOfGone)
            {
                poll.Miss(id);
                _absences.Remove(id);
            }
        }

        foreach (var id in _absences.Keys.Where(poll.Saw).ToList())
        {
            _absences.Remove(id);
        }

        return poll;
    }

    private async Task<bool> HoldsAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await source.Holds(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PinterestNotFoundException or PinterestForbiddenException)
        {
            // What this token may no longer see is gone for it.
            return false;
        }
    }

    private async Task<int> WalkAsync(Action<string, T> see, CancellationToken cancellationToken)
    {
        var count = 0;
        var pages = 0;
        var walk = source.List(options.PageSize).AsPages(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var ending = walk.ConfigureAwait(false);
        await Pace.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        while (await walk.MoveNextAsync().ConfigureAwait(false))
        {
            pages++;
            foreach (var item in walk.Current.Items)
            {
                if (item is null || source.IdOf(item) is not { Length: > 0 } id)
                {
                    continue;
                }

                if (++count > MostItems)
                {
                    throw PinterestWatchException.TooMany(source.Operation, MostItems);
                }

                see(id, item);
            }

            if (!string.IsNullOrEmpty(walk.Current.Bookmark))
            {
                await Pace.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return pages;
    }

    // What passes by itself must not end a watch that runs for months.
    private async Task<TResult> InsistAsync<TResult>(
        Func<CancellationToken, Task<TResult>> work,
        CancellationToken cancellationToken
    )
    {
        var begun = Time.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            try
            {
                return await work(cancellationToken).ConfigureAwait(false);
            }
            catch (PinterestException error) when (Passes(error) && Time.GetElapsedTime(begun) < options.GiveUpAfter)
            {
                PinterestLog.WatchFailed(Logger, source.Operation, error.GetType().Name, pause);
            }

            await Task.Delay(pause, Time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static bool Passes(PinterestException error) =>
        error
            is PinterestApiException { IsTransient: true }
                or PinterestConnectionException
                or PinterestTimeoutException;

    private async Task KeepAsync(
        IWatchCheckpoint checkpoint,
        IReadOnlyCollection<WatchedItem> items,
        CancellationToken cancellationToken
    )
    {
        await checkpoint.SaveAsync(items, cancellationToken).ConfigureAwait(false);
        foreach (var item in items)
        {
            item.ApplyTo(_known);
        }
    }
}
