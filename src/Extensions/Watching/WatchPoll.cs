namespace Pinterest.OpenApi;

/// <summary>What one poll has found.</summary>
/// <typeparam name="T">The type of the watched items.</typeparam>
/// <param name="known">The fingerprints of what was told.</param>
/// <param name="scheme">How the fingerprints of this comparison begin.</param>
/// <param name="now">When the poll began.</param>
internal sealed class WatchPoll<T>(IReadOnlyDictionary<string, string> known, string scheme, DateTimeOffset now)
    where T : class
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Place, WatchedChange<T> Change)> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WatchedItem> _renamed = new(StringComparer.Ordinal);
    private readonly List<WatchedChange<T>> _removed = [];

    /// <summary>
    /// Gets the changes: what was made, the oldest first, then what was changed, then what was removed.
    /// </summary>
    public IEnumerable<WatchedChange<T>> Changes =>
        _found
            .Values.OrderBy(found => found.Change.Kind)
            .ThenByDescending(found => found.Place)
            .Select(found => found.Change)
            .Concat(_removed);

    /// <summary>Gets what has a fingerprint of another comparison, of which nothing can be told.</summary>
    public IReadOnlyCollection<WatchedItem> Renamed => _renamed.Values;

    /// <summary>Takes in a thing of the list. One that a page shift shows twice counts as it was last.</summary>
    public void See(string id, T item, string fingerprint)
    {
        _seen.Add(id);
        _found.Remove(id);
        _renamed.Remove(id);
        var state = new WatchedItem(id, fingerprint);
        if (!known.TryGetValue(id, out var before))
        {
            _found[id] = (_seen.Count, new WatchedChange<T>(ChangeKind.Created, state, item, now));
        }
        else if (!before.StartsWith(scheme, StringComparison.Ordinal))
        {
            _renamed[id] = state;
        }
        else if (before != fingerprint)
        {
            _found[id] = (_seen.Count, new WatchedChange<T>(ChangeKind.Changed, state, item, now));
        }
    }

    /// <summary>Tells whether the list had the thing.</summary>
    public bool Saw(string id) => _seen.Contains(id);

    /// <summary>Gives the ids that were known and were not in the list.</summary>
    public IEnumerable<string> Missing() =>
        known.Keys.Where(id => !_seen.Contains(id)).Order(StringComparer.Ordinal).ToList();

    /// <summary>Takes in that a thing is gone.</summary>
    public void Miss(string id) =>
        _removed.Add(new WatchedChange<T>(ChangeKind.Removed, new WatchedItem(id, null), null, now));
}
