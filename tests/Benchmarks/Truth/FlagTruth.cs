using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Benchmarks.Truth;

/// <summary>
/// The operations that Pinterest's own changelog flags as breaking, held against our verdicts. The flags are stored in
/// openapi/changelog.json; the reasons are computed from the two descriptions.
/// </summary>
internal static class FlagTruth
{
    /// <summary>Compares.</summary>
    /// <param name="root">The checkout.</param>
    /// <exception cref="SpecException">A release is not stored, or the flags are malformed.</exception>
    public static IEnumerable<TruthPart> Hold(string root)
    {
        var layout = new RepositoryLayout(root.TrimEnd(Path.DirectorySeparatorChar));
        var store = new ReleaseStore(layout.OpenApi);
        foreach (var flags in FlagLedger.Read(layout))
        {
            var sides = new Sides<string>(flags.From, flags.To).Select(store.ReadForComparison);
            yield return Part(FlagComparison.Of(sides, flags));
        }
    }

    private static TruthPart Part(FlagComparison comparison)
    {
        var differing = comparison.Operations.Where(row => !row.Agrees).ToList();
        return new TruthPart
        {
            Title = $"Pinterest's flags from {comparison.From} to {comparison.To}",
            Rows =
            [
                new TruthRow
                {
                    HeldAgainst = $"operations in Pinterest's changelog from {comparison.From} to {comparison.To}",
                    Same = comparison.Operations.Count - differing.Count,
                    Of = comparison.Operations.Count,
                    Remark =
                        $"Pinterest flags {comparison.FlaggedOperations}; of these {comparison.FlaggedAndBreaking} break, "
                        + $"and {comparison.BreakingWithoutFlag} others",
                },
            ],
            Columns = ["operation", "flagged lines", "our verdict", "reasons, with the lines of each"],
            Disagreements = [.. differing.Select(Row)],
        };
    }

    private static string[] Row(OperationFlag row) =>
        [
            row.Operation,
            $"{row.Flagged}",
            row.Verdict?.Word() ?? "none",
            string.Join(", ", row.Reasons.Select(reason => $"{reason.Count} {reason.Reason.Word()}")),
        ];
}
