using System.Security.Cryptography;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>What <c>openapi/pin.json</c> says of the pinned contract.</summary>
/// <param name="Version">The release, for example 5.23.0.</param>
/// <param name="Source">The address or file name that it was read from.</param>
/// <param name="Commit">The commit of the source repository, or null when it is not known.</param>
/// <param name="UpstreamSha256">The hash of the bytes as published.</param>
/// <param name="ContractSha256">The hash of <c>openapi/pinterest-v5.json</c>.</param>
/// <param name="Operations">How many operations it has.</param>
/// <param name="Schemas">How many component schemas it has.</param>
internal sealed record PinRecord(
    string Version,
    string Source,
    string? Commit,
    string UpstreamSha256,
    string ContractSha256,
    int Operations,
    int Schemas
)
{
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
            (string?)root[name]
            ?? throw new SpecException(path, $"'{name}' is missing.", "Run 'pinterest-openapi pin SOURCE' again.");
        return new PinRecord(
            Text("version"),
            Text("source"),
            (string?)root["commit"],
            Text("upstreamSha256"),
            Text("contractSha256"),
            (int?)root["operations"] ?? 0,
            (int?)root["schemas"] ?? 0
        );
    }

    /// <summary>Writes the record in its canonical form.</summary>
    public byte[] ToBytes() =>
        ContractWriter.ToBytes(
            new JObject
            {
                ["version"] = Version,
                ["source"] = Source,
                ["commit"] = Commit,
                ["upstreamSha256"] = UpstreamSha256,
                ["contractSha256"] = ContractSha256,
                ["operations"] = Operations,
                ["schemas"] = Schemas,
            }
        );
}
