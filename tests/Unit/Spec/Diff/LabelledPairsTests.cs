using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Spec.Diff.Truth;
using Pinterest.OpenApi.Unit.Support;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>Small pairs with the verdict of another tool, and pairs without one.</summary>
public sealed class LabelledPairsTests(ITestOutputHelper output)
{
    private const double LeastAgreement = 0.95;

    private static readonly PairSets Sets = new(Repository.Root);

    // With PINTEREST_APPROVE=1 pairs that agree now are removed from the file of reasons.
    [SharedFact]
    public void The_breaking_verdict_agrees_where_no_rule_of_ours_says_otherwise()
    {
        var pairs = Sets.Labelled();
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            Sets.KnownOfLabelled.Prune(pairs.Where(pair => !pair.IsPolicy));
        }

        var score = new LabelledScore(pairs, Sets.KnownOfLabelled);
        foreach (var (pair, known) in score.Disagreements)
        {
            output.WriteLine($"{pair.Name}  {pair.Ours, -20}  {known?.Kind}  {known?.Reason}");
        }

        output.WriteLine(
            $"{score.Same} of {score.Undisputed} agree ({100.0 * score.Same / score.Undisputed:0.0} %); apart: "
                + $"{score.Policy} policy, {score.Ruled} ruled otherwise; over all but policy {score.Same} of "
                + $"{score.Judged.Count} ({100.0 * score.Same / score.Judged.Count:0.0} %)"
        );
        Assert.Equal("", string.Join('\n', score.Problems));
        Assert.True((double)score.Same / score.Undisputed >= LeastAgreement, $"{score.Same} of {score.Undisputed}");
    }

    [SharedFact]
    public void Every_pair_without_a_verdict_is_compared()
    {
        var folder = Sets.SharedFolder("unlabelled");
        var index = JObject.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        var refused = new List<string>();
        foreach (var pair in index["cases"]!)
        {
            try
            {
                DescriptionDiff.Compare(Read(folder, pair["base"]!), Read(folder, pair["revision"]!));
            }
            catch (SpecException error)
            {
                refused.Add(error.Message);
            }
        }

        // Two pairs are of Swagger 2.0, which is not compared.
        Assert.Equal(2, refused.Count);
        Assert.All(
            refused,
            message => Assert.Contains("This is a Swagger 2.0 description", message, StringComparison.Ordinal)
        );
    }

    private static Description Read(string folder, JToken file) =>
        PairFiles.Read(Path.Combine(folder, "specs", (string)file!));
}
