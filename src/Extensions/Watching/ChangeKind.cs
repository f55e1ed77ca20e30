namespace Pinterest.OpenApi;

/// <summary>The kinds of changes of a watched item.</summary>
public enum ChangeKind
{
    /// <summary>The item is new in the list: created, moved here, or made visible.</summary>
    Created,

    /// <summary>A compared member has another value.</summary>
    Changed,

    /// <summary>The item is no longer in the list: deleted, moved away, or not visible to this token.</summary>
    Removed,
}
