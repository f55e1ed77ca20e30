using System.Security.Cryptography;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>What <c>openapi/pin.json</c> says of the pinned description.</summary>
internal sealed record PinRecord
{
    /// <summary>Gets the release, for example 5.23.0.</summary>
    public required string Version { get; init; }

    /// <summary>Gets where the description comes from.</summary>
    public OriginKind Kind { get; init; }

    /// <summary>Gets which facts were put back, and which made-up names were taken out; null for an original.</summary>
    public ReconstructionRecord? Reconstruction { get; init; }

    /// <summary>Gets the address or file name that it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the commit of the source repository, or null when it is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>Gets the hash of the bytes as published.</summary>
    public required string UpstreamSha256 { get; init; }

    /// <summary>Gets the hash of <c>openapi/pinterest-v5.json</c>.</summary>
    public required string DescriptionSha256 { get; init; }

    /// <summary>Gets the number of operations.</summary>
    public required int Operations { get; init; }

    /// <summary>Gets the number of component schemas.</summary>
    public required int Schemas { get; init; }

    /// <summary>Gives the lower-case SHA-256 of some bytes.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Reads a record.</summary>
    /// <exception cref="SpecException">The file is missing or is not a pin record.</exception>
    public static PinRecord Read(string path)
    {
        var root = DescriptionReader.Parse(
            DescriptionSourceFile.Read(path, "Run 'pinterest-openapi pin SOURCE'."),
            path
        );
        string Text(string name) =>
            root[name].Text()
            ?? throw new SpecException(path, $"'{name}' is missing.", "Run 'pinterest-openapi pin SOURCE' again.");
        return new PinRecord
        {
            Version = Text("version"),
            Kind = KindOf(root["kind"].Text(), path),
            Reconstruction = ReconstructionRecord.Read(root["reconstruction"]),
            Source = Text("source"),
            Commit = root["commit"].Text(),
            UpstreamSha256 = Text("upstreamSha256"),
            DescriptionSha256 = Text("contractSha256"),
            Operations = root["operations"].WholeNumber() ?? 0,
            Schemas = root["schemas"].WholeNumber() ?? 0,
        };
    }

    /// <summary>Writes the record in its canonical form.</summary>
    public byte[] ToBytes() =>
        CanonicalJson.ToBytes(
            new JObject
            {
                ["version"] = Version,
                ["kind"] = Text(Kind),
                ["source"] = Source,
                ["commit"] = Commit,
                ["upstreamSha256"] = UpstreamSha256,
                ["contractSha256"] = DescriptionSha256,
                ["operations"] = Operations,
                ["schemas"] = Schemas,
                ["reconstruction"] = Reconstruction?.ToJson(),
            }
        );

    /// <summary>Gives the word for a kind in JSON.</summary>
    public static string Text(OriginKind kind) => kind is OriginKind.Original ? "original" : "reconstructed";

    /// <summary>Reads the word for a kind; without one it is an original.</summary>
    /// <exception cref="SpecException">It is another word.</exception>
    public static OriginKind KindOf(string? text, string file) =>
        text switch
        {
            null or "original" => OriginKind.Original,
            "reconstructed" => OriginKind.Reconstructed,
            _ => throw new SpecException(
                file,
                $"'kind' is '{text}'.",
                "It is original or reconstructed. Restore the file from version control."
            ),
        };
}
