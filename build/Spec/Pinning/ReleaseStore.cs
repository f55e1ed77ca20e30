using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>The published releases, reduced to their facts: <c>openapi/releases</c>.</summary>
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

        var root = DescriptionReader.Parse(BoundedFile.Read(path), path);
        return [.. (root["releases"] as JArray ?? []).Select(entry => Release.FromJson(path, entry))];
    }

    /// <summary>Reads a stored release.</summary>
    /// <exception cref="SpecException">The release is not stored, or its file is damaged or another one.</exception>
    public Description Read(string version) => DescriptionReader.Read(ReadBytes(version), $"openapi/{FileOf(version)}");

    /// <summary>Reads a stored release to compare it. It was checked when it was stored.</summary>
    /// <exception cref="SpecException">The release is not stored, or its file is damaged or another one.</exception>
    public Description ReadForComparison(string version) =>
        DescriptionReader.ReadForComparison(ReadBytes(version), $"openapi/{FileOf(version)}");

    /// <summary>Reads the bytes of a stored release. They are those that the index names by their hash.</summary>
    /// <exception cref="SpecException">The release is not stored, or its file is damaged or another one.</exception>
    public byte[] ReadBytes(string version)
    {
        var path = Path.Combine(openApiFolder, Folder, version + ".json.gz");
        if (List().FirstOrDefault(known => known.Version == version) is not { } release || !File.Exists(path))
        {
            throw new SpecException(
                version,
                "This release is not stored in openapi/releases.",
                $"Known: {string.Join(", ", List().Select(release => release.Version))}."
            );
        }

        var bytes = PackedFile.Unpack(path);
        var hash = PinRecord.Hash(bytes);
        return hash == release.DescriptionSha256
            ? bytes
            : throw new SpecException(
                $"openapi/{FileOf(version)}",
                $"The description in it has the SHA-256 {hash}, and not {release.DescriptionSha256} as index.json says.",
                "Restore openapi/releases from version control."
            );
    }

    /// <summary>Finds the release published before another.</summary>
    /// <returns>The predecessor, or null for the first.</returns>
    public Release? Before(string version) =>
        List().LastOrDefault(release => CompareVersions(release.Version, version) < 0);

    /// <summary>Adds writing a release, and its entry in the index, to a transaction.</summary>
    /// <param name="writes">The transaction.</param>
    /// <param name="release">The entry.</param>
    /// <param name="description">The uncompressed description, reduced to its facts.</param>
    public void Add(FileTransaction writes, Release release, byte[] description)
    {
        var path = Path.Combine(openApiFolder, Folder, release.Version + ".json.gz");

        // Compressed bytes differ between zlib versions, so the file is left alone while its content is the same.
        if (
            !File.Exists(path)
            || !PackedFile.TryUnpack(path, out var content)
            || !content.AsSpan().SequenceEqual(description)
        )
        {
            writes.Write(FileOf(release.Version), PackedFile.Pack(description));
        }

        var stored = List().FirstOrDefault(known => known.Version == release.Version);
        release = release with
        {
            Committed = release.Committed ?? stored?.Committed,
            Announced = release.Announced ?? stored?.Announced,
            Commit = release.Commit ?? stored?.Commit,
        };
        var all = List().Where(known => known.Version != release.Version).Append(release).ToList();
        all.Sort((x, y) => CompareVersions(x.Version, y.Version));
        writes.Write(
            $"{Folder}/index.json",
            CanonicalJson.ToBytes(new JObject { ["releases"] = new JArray(all.Select(known => known.ToJson())) })
        );
    }

    /// <summary>Orders versions by their numbers: 5.9.0 comes before 5.10.0.</summary>
    public static int CompareVersions(string x, string y) =>
        System.Version.TryParse(x, out var left) && System.Version.TryParse(y, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(x, y);
}
