using Pinterest.OpenApi.Benchmarks.Diffs;
using Pinterest.OpenApi.Unit.Spec.Diff.Truth;

namespace Pinterest.OpenApi.Benchmarks.Truth;

/// <summary>
/// Holds the comparison against all that is known to be true, and prints the table of docs/diff.md with each
/// disagreement and its reason.
/// </summary>
internal static class TruthBenchmark
{
    /// <summary>Runs.</summary>
    /// <param name="withPeer">Whether oasdiff judges the same pairs, and both are measured.</param>
    /// <param name="isShort">Whether both are measured with one round only, to see that it works.</param>
    /// <returns>1 where a row is below its floor, a disagreement has no reason or a limit is missed; else 0.</returns>
    public static int Run(bool withPeer, bool isShort = false)
    {
        var sets = new PairSets(Checkout.Root);
        var judged = sets.Judged();
        List<TruthPart> parts =
        [
            PairTruth.Judged(judged, sets.KnownOfJudged),
            PairTruth.All("small cases with a verdict, each for one way to be wrong", sets.Cases()),
        ];
        if (sets.HasShared)
        {
            parts.Add(PairTruth.All("the faults that were given", sets.Faults()));
            parts.Add(PairTruth.Labelled(new LabelledScore(sets.Labelled(), sets.KnownOfLabelled)));
        }

        parts.Add(ReleaseTruth.Hold(Checkout.Root));
        parts.AddRange(FlagTruth.Hold(Checkout.Root));
        Print(parts, sets.HasShared);
        var fails = parts.Any(part => part.Problems.Count > 0 || part.Rows.Any(row => row.IsBelowFloor));
        var peer = withPeer ? RunPeer(judged, isShort) : 0;
        return Math.Max(peer, Convert.ToInt32(fails));
    }

    private static void Print(List<TruthPart> parts, bool hasShared)
    {
        Console.WriteLine("| Held against | Agree | Share | At least | |\n|---|---|---|---|---|");
        foreach (var row in parts.SelectMany(part => part.Rows))
        {
            Console.WriteLine(row.ToMarkdown());
        }

        if (!hasShared)
        {
            Console.WriteLine(
                "\nThe given faults and the pairs with the verdicts of oasdiff are left out: they are not in the repository, "
                    + "and there is no ../shared/diff-cases."
            );
        }

        foreach (var part in parts.Where(part => part.Disagreements.Count > 0))
        {
            Console.WriteLine($"\n## {part.Title}: {part.Disagreements.Count} disagreements\n");
            Console.WriteLine($"| {string.Join(" | ", part.Columns)} |");
            Console.WriteLine($"|{string.Concat(part.Columns.Select(_ => "---|"))}");
            foreach (var row in part.Disagreements)
            {
                Console.WriteLine($"| {string.Join(" | ", row)} |");
            }
        }

        foreach (var problem in parts.SelectMany(part => part.Problems))
        {
            Console.Error.WriteLine(problem);
        }
    }

    private static int RunPeer(IReadOnlyList<HeldPair> judged, bool isShort)
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-peer-");
        try
        {
            if (Oasdiff.TryInstall(folder.FullName) is not { } peer)
            {
                return 1;
            }

            PeerTruth.Print(judged, peer);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Console.WriteLine("\n## Time and memory\n");
        return DiffBenchmark.Run(isShort);
    }
}
