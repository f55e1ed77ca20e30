using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Unit.Spec.Diff.Truth;
using Pinterest.OpenApi.Unit.Support;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>
/// Small pairs that a person judged before the tool saw them, a folder each in Judged: base and revision with the files
/// that they refer to, and verdict.txt, whose first line holds the verdict or two that are right ("none or compatible").
/// A verdict is not changed afterwards. Where the tool says something else, disagreements.tsv gives the reason; with
/// PINTEREST_APPROVE=1 pairs that agree now are removed from it.
/// </summary>
public sealed class JudgedPairsTests(ITestOutputHelper output)
{
    private static readonly PairSets Sets = new(Repository.Root);
    private static readonly IReadOnlyList<HeldPair> Pairs = Sets.Judged();

    [Fact]
    public void The_tool_says_what_was_judged_or_a_reason_is_known()
    {
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            Sets.KnownOfJudged.Prune(Pairs);
        }

        foreach (var version in Pairs.GroupBy(pair => pair.Version).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{version.Key}: {version.Count(pair => pair.Agrees)} of {version.Count()} agree");
        }

        Assert.Equal("", string.Join('\n', Sets.KnownOfJudged.Problems(Pairs)));
    }

    [Fact]
    public void Each_verdict_is_a_severity_or_two_with_a_reason()
    {
        var words = Enum.GetValues<Severity>().Select(severity => severity.Word()).Append("none").ToList();
        Assert.All(
            Pairs,
            pair =>
            {
                Assert.InRange(pair.Wanted.Count, 1, 2);
                Assert.All(pair.Wanted, word => Assert.Contains(word, words));
                Assert.True(
                    File.ReadLines(Path.Combine(Path.GetDirectoryName(pair.BaseFile)!, "verdict.txt")).Skip(1).Any(),
                    $"{pair.Name} has no reason."
                );
            }
        );
    }

    [Fact]
    public void There_are_pairs_of_each_version_and_verdict()
    {
        Assert.True(Pairs.Count(pair => pair.Version == "3.0") >= 40);
        Assert.True(Pairs.Count(pair => pair.Version == "3.1") >= 60);
        foreach (var word in new[] { "breaking", "potentially-breaking", "compatible", "none" })
        {
            Assert.Contains(Pairs, pair => pair.Wanted.Contains(word));
        }
    }

    [Fact]
    public void A_description_of_a_pair_has_no_findings_against_itself() =>
        Assert.All(
            Pairs,
            pair =>
                Assert.All(
                    new[] { pair.BaseFile, pair.RevisionFile },
                    file => Assert.Contains(HeldPair.Severest(file, file), new[] { "none", HeldPair.Refused })
                )
        );
}
