using Newtonsoft.Json.Linq;

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

    /// <summary>Gets the number of operations.</summary>
    public required int Operations { get; init; }

    /// <summary>Gets the number of component schemas.</summary>
    public required int Schemas { get; init; }

    /// <summary>Gets the hash of the uncompressed description as it is stored.</summary>
    public required string DescriptionSha256 { get; init; }

    /// <summary>Reads an entry of the index.</summary>
    public static Release FromJson(JToken entry) =>
        new()
        {
            Version = (string)entry["version"]!,
            Committed = (string?)entry["committed"],
            Announced = (string?)entry["announced"],
            Commit = (string?)entry["commit"],
            Operations = (int)entry["operations"]!,
            Schemas = (int)entry["schemas"]!,
            DescriptionSha256 = (string)entry["contractSha256"]!,
        };

    /// <summary>Writes an entry of the index.</summary>
    public JObject ToJson() =>
        new()
        {
            ["version"] = Version,
            ["committed"] = Committed,
            ["announced"] = Announced,
            ["commit"] = Commit,
            ["operations"] = Operations,
            ["schemas"] = Schemas,
            ["contractSha256"] = DescriptionSha256,
        };
}
