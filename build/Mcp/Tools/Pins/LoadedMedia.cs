namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>The file or the bytes of a new Pin, as they were when the call was decided.</summary>
internal sealed record LoadedMedia
{
    private const int LongestShown = 1024 * 1024;

    public required MediaInfo Info { get; init; }

    /// <summary>Gets the hash of the picture or video; an approval holds for it.</summary>
    public required string Hash { get; init; }

    /// <summary>Gets the picture; null for a video.</summary>
    public byte[]? Image { get; init; }

    /// <summary>Gets the cover when it comes from a file.</summary>
    public byte[]? Cover { get; init; }

    public string? CoverHash { get; init; }

    /// <summary>Gets the picture that a person is shown: a JPEG or PNG of at most 1 MiB.</summary>
    public byte[]? Shown =>
        (Image ?? Cover) is { Length: <= LongestShown } bytes
        && MediaInfo.FromBytes(bytes).Kind is MediaKind.Jpeg or MediaKind.Png
            ? bytes
            : null;
}
