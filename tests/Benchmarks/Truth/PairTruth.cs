using Pinterest.OpenApi.Unit.Spec.Diff.Truth;

namespace Pinterest.OpenApi.Benchmarks.Truth;

/// <summary>The small pairs: judged by a person, made for one fault each, or labelled by another tool.</summary>
internal static class PairTruth
{
    private const double JudgedFloor = 0.90;
    private const double UndisputedFloor = 0.97;
    private const double LabelledFloor = 0.90;

    private static readonly string[] Columns = ["pair", "right", "the tool says", "kind", "reason"];

    /// <summary>Holds the tool against the pairs that a person judged before the tool saw them.</summary>
    public static TruthPart Judged(IReadOnlyList<HeldPair> pairs, KnownDisagreements known) =>
        new()
        {
            Title = "Judged pairs",
            Rows =
            [
                .. pairs
                    .GroupBy(pair => pair.Version)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new TruthRow
                    {
                        HeldAgainst = $"pairs judged by hand before the first run, OpenAPI {group.Key}",
                        Same = group.Count(pair => pair.Agrees),
                        Of = group.Count(),
                        Floor = group.Key == "3.1" ? JudgedFloor : null,
                    }),
            ],
            Columns = Columns,
            Disagreements = [.. pairs.Where(pair => !pair.Agrees).Select(pair => Row(pair, known.Find(pair.Name)))],
            Problems = known.Problems(pairs),
        };

    /// <summary>Holds the tool against pairs that it must judge right, each of them.</summary>
    /// <param name="title">What they are.</param>
    /// <param name="pairs">The pairs.</param>
    public static TruthPart All(string title, IReadOnlyList<HeldPair> pairs) =>
        new()
        {
            Title = title,
            Rows =
            [
                new TruthRow
                {
                    HeldAgainst = title,
                    Same = pairs.Count(pair => pair.Agrees),
                    Of = pairs.Count,
                    Floor = 1,
                },
            ],
            Columns = Columns,
            Disagreements = [.. pairs.Where(pair => !pair.Agrees).Select(pair => Row(pair, known: null))],
        };

    /// <summary>Holds the tool against the labels of another tool.</summary>
    public static TruthPart Labelled(LabelledScore score) =>
        new()
        {
            Title = "Labelled pairs",
            Rows =
            [
                new TruthRow
                {
                    HeldAgainst = "pairs with the verdicts of oasdiff, undisputed",
                    Same = score.Same,
                    Of = score.Undisputed,
                    Floor = UndisputedFloor,
                    Remark = $"apart are {score.Policy} on policies we do not have, and {score.Ruled} disputed",
                },
                new TruthRow
                {
                    HeldAgainst = "the same with the disputed",
                    Same = score.Same,
                    Of = score.Judged.Count,
                    Floor = LabelledFloor,
                },
            ],
            Columns = Columns,
            Disagreements = [.. score.Disagreements.Select(one => Row(one.Pair, one.Known))],
            Problems = score.Problems,
        };

    // The label of another tool says only whether something breaks: four of our words, or one.
    private static string[] Row(HeldPair pair, KnownDisagreement? known)
    {
        var right = pair.Wanted.Count > 3 ? "not breaking" : string.Join(" or ", pair.Wanted);
        return [pair.Name, right, pair.Ours, known?.Kind ?? "", known?.Reason ?? "**no reason is known**"];
    }
}
