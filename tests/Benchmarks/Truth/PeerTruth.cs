using System.Globalization;
using Pinterest.OpenApi.Unit.Spec.Diff.Truth;

namespace Pinterest.OpenApi.Benchmarks.Truth;

/// <summary>The judged pairs given to oasdiff as well.</summary>
internal static class PeerTruth
{
    /// <summary>Prints how far each of both agrees with what a person judged.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="peer">oasdiff.</param>
    public static void Print(IReadOnlyList<HeldPair> pairs, Oasdiff peer)
    {
        var both = pairs.Select(pair => (Pair: pair, Theirs: Ask(peer, pair))).ToList();
        Console.WriteLine("\n## Beside oasdiff\n");
        Console.WriteLine("ERR of oasdiff is breaking, WARN potentially breaking, INFO compatible.\n");
        Console.WriteLine(
            "| judged pairs | ours, severity | oasdiff, severity | ours, breaks or not | oasdiff, breaks or not |"
        );
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var group in both.GroupBy(one => one.Pair.Version).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Print(group.Key, [.. group]);
        }

        Print("all", both);
        Console.WriteLine("\n| pair | judged | ours | oasdiff |\n|---|---|---|---|");
        foreach (var (pair, theirs) in both.Where(one => !one.Pair.Agrees || !one.Pair.Wanted.Contains(one.Theirs)))
        {
            Console.WriteLine($"| {pair.Name} | {string.Join(" or ", pair.Wanted)} | {pair.Ours} | {theirs} |");
        }
    }

    private static void Print(string version, List<(HeldPair Pair, string Theirs)> pairs)
    {
        string Share(Func<(HeldPair Pair, string Theirs), bool> agrees)
        {
            var share = 100.0 * pairs.Count(agrees) / pairs.Count;
            return $"{pairs.Count(agrees)} ({share.ToString("0.0", CultureInfo.InvariantCulture)} %)";
        }

        Console.WriteLine(
            $"| {version}: {pairs.Count} | {Share(one => one.Pair.Agrees)} "
                + $"| {Share(one => one.Pair.Wanted.Contains(one.Theirs))} "
                + $"| {Share(one => Agrees(one.Pair, one.Pair.Ours))} | {Share(one => Agrees(one.Pair, one.Theirs))} |"
        );
    }

    private static string Ask(Oasdiff peer, HeldPair pair) => peer.Severest(pair.BaseFile, pair.RevisionFile);

    // Whether it breaks, or not. Of "breaking or potentially-breaking" both are right.
    private static bool Agrees(HeldPair pair, string said) =>
        said != HeldPair.Refused && pair.Wanted.Any(wanted => wanted == "breaking" == (said == "breaking"));
}
