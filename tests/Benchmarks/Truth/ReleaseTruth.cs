using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Benchmarks.Truth;

/// <summary>
/// The breaking findings of real releases, held against those that were read by hand against the files. What was read
/// stands in tests/Unit/Spec/Diff/Approved, a file for each pair, named by the two versions.
/// </summary>
internal static class ReleaseTruth
{
    /// <summary>Compares the releases.</summary>
    /// <param name="root">The checkout.</param>
    /// <exception cref="SpecException">A release is not stored.</exception>
    public static TruthPart Hold(string root)
    {
        var store = new ReleaseStore(new RepositoryLayout(root.TrimEnd(Path.DirectorySeparatorChar)).OpenApi);
        var files = Directory.EnumerateFiles(Path.Combine(root, "tests", "Unit", "Spec", "Diff", "Approved"), "*.txt");
        var pairs = files.Order(StringComparer.Ordinal).Select(file => Hold(store, file)).ToList();
        return new TruthPart
        {
            Title = "Pinterest's releases",
            Rows =
            [
                new TruthRow
                {
                    HeldAgainst = $"breaking findings of {pairs.Count} real pairs of releases, read by hand",
                    Same = pairs.Sum(pair => pair.Same),
                    Of = pairs.Sum(pair => pair.Same + pair.Missed.Count + pair.More.Count),
                    Floor = 1,
                    Remark = string.Join(", ", pairs.Select(pair => pair.Name)),
                },
            ],
            Columns = ["pair", "finding", "what is wrong"],
            Disagreements =
            [
                .. pairs.SelectMany(pair => pair.Missed.Select(line => new[] { pair.Name, line, "no longer found" })),
                .. pairs.SelectMany(pair => pair.More.Select(line => new[] { pair.Name, line, "not read by hand" })),
            ],
        };
    }

    private static ReadPair Hold(ReleaseStore store, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var versions = name.Split('-');
        var found = DescriptionDiff
            .Compare(store.Read(versions[0]), store.Read(versions[1]))
            .Findings.Where(finding => finding.Severity is Severity.Breaking)
            .Select(finding => $"{finding.Direction.Word()} {finding.Rule.Id} {finding.Pointer}")
            .ToList();
        var breaking = Severity.Breaking.Word() + " ";
        var read = File.ReadLines(file)
            .Where(line => line.StartsWith(breaking, StringComparison.Ordinal))
            .Select(line => line[breaking.Length..])
            .ToList();
        return new ReadPair
        {
            Name = name,
            Same = read.Intersect(found).Count(),
            Missed = [.. read.Except(found)],
            More = [.. found.Except(read)],
        };
    }

    /// <summary>One pair of releases.</summary>
    private sealed record ReadPair
    {
        public required string Name { get; init; }

        public required int Same { get; init; }

        public required IReadOnlyList<string> Missed { get; init; }

        public required IReadOnlyList<string> More { get; init; }
    }
}
