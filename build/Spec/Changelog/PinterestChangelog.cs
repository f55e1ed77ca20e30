using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>A changelog as Pinterest publishes it between two releases, read into facts. No sentence is kept.</summary>
internal sealed record PinterestChangelog
{
    /// <summary>The largest file that is read: 16 MiB, sixteen times the size of 5.23.0 to 5.28.0.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Gets the older release; null when the title does not say it.</summary>
    public string? From { get; init; }

    /// <summary>Gets the newer release; null when the title does not say it.</summary>
    public string? To { get; init; }

    /// <summary>Gets the endpoints, sorted by name.</summary>
    public required IReadOnlyList<ChangelogEndpoint> Endpoints { get; init; }

    /// <summary>Gets how many lines speak of no endpoint.</summary>
    public required int DocumentLines { get; init; }

    /// <summary>Gets the forms of line that are not known, in the order of the file.</summary>
    public required IReadOnlyList<UnknownForm> Unknown { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SpecException">There is no such file, it is too large, not UTF-8, or no changelog.</exception>
    public static PinterestChangelog Read(string path)
    {
        if (!Path.Exists(path))
        {
            throw new SpecException(path, "There is no such file.", "Check the name.");
        }

        return Parse(BoundedFile.Read(path, MaxBytes), path);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">Markdown in UTF-8.</param>
    /// <param name="name">How messages call the source.</param>
    /// <exception cref="SpecException">The bytes are not UTF-8, or no changelog.</exception>
    public static PinterestChangelog Parse(byte[] bytes, string name)
    {
        var parser = new ChangelogParser(name);
        foreach (var line in Utf8Text.ReadStrict(bytes, name).Split('\n'))
        {
            parser.Add(line.TrimEnd('\r', ' '));
        }

        return parser.Finish();
    }
}
