using System.IO.Compression;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>One published release in <c>openapi/releases/index.json</c>.</summary>
/// <param name="Version">For example 5.23.0.</param>
/// <param name="Committed">The day of the commit in the source repository, as yyyy-MM-dd, or null.</param>
/// <param name="Announced">The day in Pinterest's changelog, as yyyy-MM-dd, or null when no entry is known.</param>
/// <param name="Commit">The commit of the source repository, or null.</param>
/// <param name="Operations">How many operations it has.</param>
/// <param name="Schemas">How many component schemas it has.</param>
/// <param name="ContractSha256">The hash of the uncompressed contract.</param>
internal sealed record Release(
    string Version,
    string? Committed,
    string? Announced,
    string? Commit,
    int Operations,
    int Schemas,
    string ContractSha256
);

/// <summary>The published releases as contracts: <c>openapi/releases</c>.</summary>
internal sealed class ReleaseStore(string openApiFolder)
{
    private const string Folder = "releases";

    /// <summary>Gets the path of a release below the openapi folder.</summary>
    public static string FileOf(string version) => $"{Folder}/{version}.json.gz";

    /// <summary>Lists the releases, oldest first.</summary>
    public IReadOnlyList<Release> List()
    {
        var path = Path.Combine(openApiFolder, Folder, "index.json");
        if (!File.Exists(path))
        {
            return [];
        }

        var root = DescriptionReader.Parse(File.ReadAllBytes(path), path);
        return
        [
            .. ((root["releases"] as JArray) ?? []).Select(item => new Release(
                (string)item["version"]!,
                (string?)item["committed"],
                (string?)item["announced"],
                (string?)item["commit"],
                (int)item["operations"]!,
                (int)item["schemas"]!,
                (string)item["contractSha256"]!
            )),
        ];
    }

    /// <summary>Reads a stored release.</summary>
    /// <exception cref="SpecException">The release is not stored, or its file is damaged.</exception>
    public Description Read(string version) => DescriptionReader.Read(ReadBytes(version), $"openapi/{FileOf(version)}");

    /// <summary>Reads a stored release to compare it. It was checked when it was stored.</summary>
    /// <exception cref="SpecException">The release is not stored, or its file is damaged.</exception>
    public Description ReadForComparison(string version) =>
        DescriptionReader.ReadForComparison(ReadBytes(version), $"openapi/{FileOf(version)}");

    private byte[] ReadBytes(string version)
    {
        var path = Path.Combine(openApiFolder, Folder, version + ".json.gz");
        if (!List().Any(release => release.Version == version) || !File.Exists(path))
        {
            throw new SpecException(
                version,
                "This release is not stored in openapi/releases.",
                $"Known: {string.Join(", ", List().Select(release => release.Version))}."
            );
        }

        return Unpack(path);
    }

    /// <summary>Finds the release published before another.</summary>
    /// <returns>The predecessor, or null for the first.</returns>
    public Release? Before(string version) =>
        List().LastOrDefault(release => CompareVersions(release.Version, version) < 0);

    /// <summary>Adds writing a release, and its entry in the index, to a transaction.</summary>
    /// <param name="writes">The transaction.</param>
    /// <param name="release">The entry.</param>
    /// <param name="contract">The uncompressed contract.</param>
    public void Add(FileTransaction writes, Release release, byte[] contract)
    {
        var path = Path.Combine(openApiFolder, Folder, release.Version + ".json.gz");

        // Compressed bytes differ between zlib versions, so the file is left alone while its content is the same.
        if (!File.Exists(path) || !TryUnpack(path, out var stored) || !stored.AsSpan().SequenceEqual(contract))
        {
            writes.Write(FileOf(release.Version), Pack(contract));
        }

        var before = List().FirstOrDefault(known => known.Version == release.Version);
        release = release with
        {
            Committed = release.Committed ?? before?.Committed,
            Announced = release.Announced ?? before?.Announced,
            Commit = release.Commit ?? before?.Commit,
        };
        var all = List().Where(known => known.Version != release.Version).Append(release).ToList();
        all.Sort((x, y) => CompareVersions(x.Version, y.Version));
        writes.Write(
            $"{Folder}/index.json",
            ContractWriter.ToBytes(new JObject { ["releases"] = new JArray(all.Select(ToJson)) })
        );
    }

    /// <summary>Orders versions by their numbers: 5.9.0 comes before 5.10.0.</summary>
    public static int CompareVersions(string x, string y) =>
        System.Version.TryParse(x, out var left) && System.Version.TryParse(y, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(x, y);

    private static JObject ToJson(Release release) =>
        new()
        {
            ["version"] = release.Version,
            ["committed"] = release.Committed,
            ["announced"] = release.Announced,
            ["commit"] = release.Commit,
            ["operations"] = release.Operations,
            ["schemas"] = release.Schemas,
            ["contractSha256"] = release.ContractSha256,
        };

    private static byte[] Pack(byte[] contract)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
        {
            gzip.Write(contract);
        }

        return buffer.ToArray();
    }

    private static byte[] Unpack(string path) =>
        TryUnpack(path, out var content)
            ? content
            : throw new SpecException(path, "The file is damaged.", "Restore it from version control.");

    private static bool TryUnpack(string path, out byte[] content)
    {
        content = [];
        try
        {
            using var file = File.OpenRead(path);
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            using var buffer = new MemoryStream();
            var chunk = new byte[81920];
            for (int read; (read = gzip.Read(chunk)) > 0; )
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > DescriptionSource.MaxBytes)
                {
                    return false;
                }
            }

            content = buffer.ToArray();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
