namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>What to pin.</summary>
/// <param name="Source">A file or an https address.</param>
internal sealed record PinRequest(string Source)
{
    /// <summary>Gets the address that the record names instead of a local file.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the SHA-256 that the bytes must have, in hexadecimal, or null when any bytes will do.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Gets the commit of the source repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Gets the day of that commit, as yyyy-MM-dd.</summary>
    public string? Committed { get; init; }

    /// <summary>Gets the day of Pinterest's announcement, as yyyy-MM-dd.</summary>
    public string? Announced { get; init; }

    /// <summary>
    /// Gets the file of the overlay that turns a copy back, or null for <c>openapi/reconstruction.json</c> when that is
    /// for the release of the copy.
    /// </summary>
    public string? Reconstruction { get; init; }

    /// <summary>Gets whether the bytes are Pinterest's own whatever they look like.</summary>
    public bool IsOriginal { get; init; }

    /// <summary>Gets whether a release may be pinned that is older than the pinned one.</summary>
    public bool AllowOlder { get; init; }

    /// <summary>Gets whether other bytes of a release that is there already are accepted.</summary>
    public bool Replace { get; init; }

    /// <summary>Gets whether changed and vanished public names are accepted.</summary>
    public bool AcceptNames { get; init; }

    /// <summary>Gets whether the release is only stored.</summary>
    public bool ReleaseOnly { get; init; }
}
