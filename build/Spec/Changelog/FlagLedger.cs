using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The flags that <c>openapi/changelog.json</c> stores, beside the entries that people write.</summary>
internal static class FlagLedger
{
    private const string FileName = "changelog.json";

    /// <summary>Reads all sets, oldest first.</summary>
    /// <exception cref="SpecException">The file is malformed.</exception>
    public static IReadOnlyList<FlagSet> Read(RepositoryLayout layout) =>
        [.. Sets(Root(layout)).Select(set => FlagJson.Read(FileName, set))];

    /// <summary>Finds the set from one release to another; null when it is not stored.</summary>
    /// <exception cref="SpecException">The file is malformed.</exception>
    public static FlagSet? TryFind(RepositoryLayout layout, string from, string to) => Find(Read(layout), from, to);

    /// <summary>Finds the set from one release to another.</summary>
    /// <exception cref="SpecException">It is not stored, or the file is malformed.</exception>
    public static FlagSet Find(RepositoryLayout layout, string from, string to)
    {
        var sets = Read(layout);
        if (Find(sets, from, to) is { } found)
        {
            return found;
        }

        var known = sets.Count == 0 ? "none" : string.Join(", ", sets.Select(set => $"{set.From} to {set.To}"));
        throw new SpecException(
            $"openapi/{FileName}",
            $"It has no flags from {from} to {to}. Known: {known}.",
            "Store them first with 'releases --changelog FILE'."
        );
    }

    /// <summary>Stores a set in the place of one between the same releases. All else in the file stays.</summary>
    /// <returns>Whether the file changed.</returns>
    /// <exception cref="SpecException">The file is malformed.</exception>
    public static bool Store(RepositoryLayout layout, FlagSet flags)
    {
        FileTransaction.Recover(layout.OpenApi);
        var root = Root(layout);
        var sets = Sets(root)
            .Select(set => FlagJson.Read(FileName, set))
            .Where(set => set.From != flags.From || set.To != flags.To)
            .Append(flags)
            .OrderBy(set => System.Version.Parse(set.From))
            .ThenBy(set => System.Version.Parse(set.To));
        var list = new JArray(sets.Select(FlagJson.Write));
        root["flags"] = list;
        var bytes = LedgerJson.ToBytes(root);
        DemandReadable(bytes);
        var writes = new FileTransaction(layout.OpenApi);
        writes.Write(FileName, bytes);
        return writes.Commit().Count > 0;
    }

    // What would not be read again is not written.
    private static void DemandReadable(byte[] bytes)
    {
        if (bytes.Length > DescriptionSource.MaxBytes)
        {
            throw new SpecException(
                $"openapi/{FileName}",
                $"With these flags it would have {bytes.Length / 1024 / 1024} MiB; at most "
                    + $"{DescriptionSource.MaxBytes / 1024 / 1024} are read. Nothing was written.",
                "Check that the file is a changelog of Pinterest."
            );
        }

        foreach (var set in Sets(DescriptionReader.Parse(bytes, FileName)))
        {
            FlagJson.Read(FileName, set);
        }
    }

    private static FlagSet? Find(IReadOnlyList<FlagSet> sets, string from, string to) =>
        sets.FirstOrDefault(set => set.From == from && set.To == to);

    private static JObject Root(RepositoryLayout layout)
    {
        var path = Path.Combine(layout.OpenApi, FileName);
        return File.Exists(path)
            ? DescriptionReader.Parse(BoundedFile.Read(path), FileName)
            : new JObject { ["entries"] = new JArray() };
    }

    private static JArray Sets(JObject root) => root["flags"] as JArray ?? [];
}
