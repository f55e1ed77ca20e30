using System.IO.Compression;

namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>Ten pairs of real releases. The last revision is YAML.</summary>
/// <param name="root">The checkout.</param>
/// <param name="folder">A folder for files that are unpacked.</param>
internal sealed class ReleasePairs(string root, string folder)
{
    /// <summary>The pair that the limits on time and memory are about.</summary>
    public static readonly (string Base, string Revision) Limited = ("5.22.0", "5.23.0");

    /// <summary>The newest pair, which is multiplied to see how time grows.</summary>
    public static readonly (string Base, string Revision) Newest = ("5.23.0", "5.28.0");

    private static readonly (string Base, string Revision)[] Ten =
    [
        ("5.0.0", "5.1.0"),
        ("5.4.0", "5.5.0"),
        ("5.6.0", "5.8.0"),
        ("5.9.0", "5.10.0"),
        ("5.12.0", "5.13.0"),
        ("5.14.0", "5.15.0"),
        ("5.17.0", "5.18.0"),
        ("5.21.0", "5.22.0"),
        Limited,
        Newest,
    ];

    private readonly string _shared = Path.GetFullPath(Path.Combine(root, "..", "shared", "openapi"));

    /// <summary>Gets whether the files as published are there. Otherwise the stored contracts are compared.</summary>
    public bool ArePublished => Directory.Exists(_shared);

    /// <summary>Gets the ten pairs with their files.</summary>
    /// <exception cref="FileNotFoundException">A release is neither there nor stored.</exception>
    public IEnumerable<(string Name, string Base, string Revision)> All =>
        Ten.Select(pair => (Name(pair), Find(pair.Base), Find(pair.Revision)));

    /// <summary>Writes the name of a pair. Example: 5.22.0 → 5.23.0.</summary>
    public static string Name((string Base, string Revision) pair) => $"{pair.Base} → {pair.Revision}";

    /// <summary>Unpacks the stored contract of a release.</summary>
    /// <param name="version">The release.</param>
    /// <exception cref="FileNotFoundException">It is not stored.</exception>
    public string Unpack(string version)
    {
        var file = Path.Combine(folder, $"{version}.json");
        if (File.Exists(file))
        {
            return file;
        }

        using var source = new GZipStream(
            File.OpenRead(Path.Combine(root, "openapi", "releases", $"{version}.json.gz")),
            CompressionMode.Decompress
        );
        using var target = File.Create(file);
        source.CopyTo(target);
        return file;
    }

    private string Find(string version) =>
        new[] { "json", "yaml" }
            .Select(ending => Path.Combine(_shared, $"pinterest-{version}.{ending}"))
            .FirstOrDefault(File.Exists)
        ?? Unpack(version);
}
