namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>What a question about two schemas was answered with.</summary>
internal enum Answer
{
    /// <summary>No, or nothing.</summary>
    No,

    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Yes,
}
