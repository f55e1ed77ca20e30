namespace Pinterest.OpenApi;

/// <summary>One change that a watch has found.</summary>
/// <typeparam name="T">What is watched.</typeparam>
public sealed class WatchedChange<T>
    where T : class
{
    /// <summary>Makes a change, for a test that fakes a watch.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="id">The id of the thing.</param>
    /// <param name="item">The thing; null when it was removed.</param>
    /// <param name="foundAt">When the change was found.</param>
    public WatchedChange(ChangeKind kind, string id, T? item, DateTimeOffset foundAt)
        : this(kind, new WatchedItem(id, item is null ? null : ""), item, foundAt) { }

    internal WatchedChange(ChangeKind kind, WatchedItem state, T? item, DateTimeOffset foundAt)
    {
        Kind = kind;
        State = state;
        Item = item;
        FoundAt = foundAt;
    }

    /// <summary>Gets what happened.</summary>
    public ChangeKind Kind { get; }

    /// <summary>Gets the id of the thing.</summary>
    public string Id => State.Id;

    /// <summary>Gets the thing as the watch has read it; null when it was removed.</summary>
    public T? Item { get; }

    /// <summary>Gets when the watch has found the change, which is at most one poll after it happened.</summary>
    public DateTimeOffset FoundAt { get; }

    /// <summary>Gets what the checkpoint has of the thing once the change is done.</summary>
    internal WatchedItem State { get; }

    /// <summary>Gets whether the caller has said that the change is done.</summary>
    internal bool IsAcknowledged { get; private set; }

    /// <summary>
    /// Says that the change is done, so that it is not told again. Asking for the next change says so too; call this
    /// before you leave the loop after a change that is done.
    /// </summary>
    public void Acknowledge() => IsAcknowledged = true;

    /// <summary>Names the change, for example "Created 549755885175".</summary>
    public override string ToString() => $"{Kind} {Id}";
}
