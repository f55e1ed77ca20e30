using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>One published release in <c>openapi/releases/index.json</c>.</summary>
internal sealed record Release
{
    /// <summary>Gets the version, for example 5.23.0.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the day of the commit in the source repository, as yyyy-MM-dd, or null.</summary>
    public string? Committed { get; init; }

    /// <summary>Gets the day in Pinterest's changelog, as yyyy-MM-dd, or null when no entry is known.</summary>
    public string? Announced { get; init; }

    /// <summary>Gets the commit of the source repository, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>Gets where the description comes from.</summary>
    public OriginKind Kind { get; init; }

    /// <summary>Gets the number of operations.</summary>
    public required int Operations { get; init; }

    /// <summary>Gets the number of component schemas.</summary>
    public required int Schemas { get; init; }

    /// <summary>Gets the hash of the uncompressed description as it is stored.</summary>
    public required string DescriptionSha256 { get; init; }

    /// <summary>Reads an entry of the index.</summary>
    /// <param name="file">The index, for messages.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="SpecException">Something is missing, or the version cannot be the name of a file.</exception>
    public static Release FromJson(string file, JToken entry)
    {
        return new()
        {
            Version =
                entry.Member("version").Text() is { } version && DescriptionChecks.IsSafeVersion(version)
                    ? version
                    : throw Missing("version"),
            Committed = entry.Member("committed").Text(),
            Announced = entry.Member("announced").Text(),
            Commit = entry.Member("commit").Text(),
            Kind = PinRecord.KindOf(entry.Member("kind").Text(), JsonPointer.Place(file, entry)),
            Operations = entry.Member("operations").WholeNumber() ?? throw Missing("operations"),
            Schemas = entry.Member("schemas").WholeNumber() ?? throw Missing("schemas"),
            DescriptionSha256 = entry.Member("contractSha256").Text() ?? throw Missing("contractSha256"),
        };

        SpecException Missing(string name) =>
            new(
                JsonPointer.Place(file, entry),
                $"The release has no '{name}' that can be used.",
                "Restore openapi/releases from version control."
            );
    }

    /// <summary>Writes an entry of the index.</summary>
    public JObject ToJson() =>
        new()
        {
            ["version"] = Version,
            ["kind"] = PinRecord.Text(Kind),
            ["committed"] = Committed,
            ["announced"] = Announced,
            ["commit"] = Commit,
            ["operations"] = Operations,
            ["schemas"] = Schemas,
            ["contractSha256"] = DescriptionSha256,
        };
}
