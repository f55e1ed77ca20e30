namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>What Pinterest's changelog from one release to another says of each endpoint.</summary>
internal sealed record FlagSet
{
    /// <summary>Gets the older release.</summary>
    public required string From { get; init; }

    /// <summary>Gets the newer release.</summary>
    public required string To { get; init; }

    /// <summary>Gets the endpoints that the changelog names, sorted by name.</summary>
    public required IReadOnlyList<ChangelogEndpoint> Endpoints { get; init; }

    /// <summary>Makes one of a changelog.</summary>
    /// <param name="changelog">The changelog.</param>
    /// <param name="from">The older release; null for that of the title.</param>
    /// <param name="to">The newer release; null for that of the title.</param>
    /// <exception cref="SpecException">A release is not known, or is no version.</exception>
    public static FlagSet Of(PinterestChangelog changelog, string? from = null, string? to = null) =>
        new()
        {
            From = Checked(from ?? changelog.From, "--from"),
            To = Checked(to ?? changelog.To, "--to"),
            Endpoints = changelog.Endpoints,
        };

    private static string Checked(string? version, string option)
    {
        if (version is null)
        {
            throw new SpecException("changelog", "Its title does not name the releases.", $"Pass {option} VERSION.");
        }

        return System.Version.TryParse(version, out _)
            ? version
            : throw new SpecException($"'{version}'", "This is no version.", $"Pass {option} like 5.23.0.");
    }
}
