using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The ledger of releases, with Pinterest's flags where its published changelog was stored.</summary>
internal static class FlaggedReleases
{
    /// <summary>Compares each release with the one before, and with Pinterest's flags.</summary>
    /// <param name="layout">The checkout.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpecException">A file cannot be read.</exception>
    public static IReadOnlyList<LedgerRow> Read(RepositoryLayout layout, CancellationToken cancellationToken)
    {
        var sets = FlagLedger.Read(layout);
        return
        [
            .. ReleaseLedger
                .Read(layout, progress: null, cancellationToken)
                .Select(row =>
                    sets.FirstOrDefault(set => set.From == row.Predecessor && set.To == row.Release.Version)
                        is { } flags
                        ? WithFlags(layout, row, flags, cancellationToken)
                        : row
                ),
        ];
    }

    private static LedgerRow WithFlags(
        RepositoryLayout layout,
        LedgerRow row,
        FlagSet flags,
        CancellationToken cancellationToken
    )
    {
        var store = new ReleaseStore(layout.OpenApi);
        var sides = new Sides<string>(flags.From, flags.To).Select(store.ReadForComparison);
        var comparison = FlagComparison.Of(sides, flags, cancellationToken);
        var more = $"By operation, with the reasons: releases --flags {flags.From} {flags.To}.";
        return row with
        {
            Flag = comparison.FlaggedOperations > 0 ? "breaking" : "listed",
            Disagreements = [.. row.Disagreements, .. comparison.Summary, more],
        };
    }
}
