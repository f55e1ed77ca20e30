namespace Pinterest.OpenApi;

/// <summary>What happened to a watched thing.</summary>
public enum ChangeKind
{
    /// <summary>It is there for the first time: made, moved here, or made visible.</summary>
    Created,

    /// <summary>A member that is compared has another value.</summary>
    Changed,

    /// <summary>It is not there any more: deleted, moved away, or not visible to this token.</summary>
    Removed,
}
