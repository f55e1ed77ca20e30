namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>Where a description comes from.</summary>
internal enum OriginKind
{
    /// <summary>Pinterest published it.</summary>
    Original,

    /// <summary>It was turned back from a copy that somebody else's generator wrote.</summary>
    Reconstructed,
}
