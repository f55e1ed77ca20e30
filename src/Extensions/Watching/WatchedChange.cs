namespace Pinterest.OpenApi;

/// <summary>One change that a watch has found.</summary>
/// <typeparam name="T">The type of the watched items.</typeparam>
public sealed class WatchedChange<T>
    where T : class
{
    /// <summary>Creates a change, for a test that fakes a watch.</summary>
    /// <param name="kind">The kind of the change.</param>
    /// <param name="id">The id of the item.</param>
    /// <param name="item">The item; null when it was removed.</param>
    /// <param name="foundAt">The time at which the change was found.</param>
    public WatchedChange(ChangeKind kind, string id, T? item, DateTimeOffset foundAt)
        : this(kind, new WatchedItem(id, item is null ? null : ""), item, foundAt) { }

    internal WatchedChange(ChangeKind kind, WatchedItem state, T? item, DateTimeOffset foundAt)
    {
        Kind = kind;
        State = state;
        Item = item;
        FoundAt = foundAt;
    }

    /// <summary>Gets the kind of the change.</summary>
    public ChangeKind Kind { get; }

    /// <summary>Gets the id of the item.</summary>
    public string Id => State.Id;

    /// <summary>Gets the item as the watch has read it; null when it was removed.</summary>
    public T? Item { get; }

    /// <summary>Gets when the watch has found the change, which is at most one poll after it happened.</summary>
    public DateTimeOffset FoundAt { get; }

    /// <summary>Gets what the checkpoint has of the thing once the change is done.</summary>
    internal WatchedItem State { get; }

    /// <summary>Gets whether the caller has said that the change is done.</summary>
    internal bool IsAcknowledged { get; private set; }

    /// <summary>
    /// Acknowledges the change, so that it is not reported again. Requesting the next change does so too. Call this
    /// when you leave the loop after you have processed a change.
    /// </summary>
    public void Acknowledge() => IsAcknowledged = true;

    /// <summary>Names the change, for example "Created 549755885175".</summary>
    public override string ToString() => $"{Kind} {Id}";
}
