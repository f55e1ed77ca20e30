using Pinterest.OpenApi.Unit.Spec.Diff.Truth;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>A disagreement needs a reason, and a reason needs a disagreement.</summary>
public sealed class KnownDisagreementsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "disagreements.tsv");

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("breaking", "", "pair: the tool says 'breaking', and no reason stands in disagreements.tsv.")]
    [InlineData("breaking", "pair\tbreaking\topen\tIt is hard.", "")]
    [InlineData("none", "pair\tbreaking\tsome day\tIt is hard.", "pair: 'some day' is neither ruled nor open.")]
    [InlineData("none", "pair\tbreaking\topen\tIt is hard.", "pair agrees now. Remove it from disagreements.tsv.")]
    [InlineData(
        "compatible",
        "pair\tbreaking\topen\tIt is hard.",
        "pair: the tool says 'compatible', and disagreements.tsv says 'breaking'. Read the findings and the reason."
    )]
    [InlineData(
        "none",
        "other\tnone\topen\tIt is hard.",
        "other: there is no such pair. Remove it from disagreements.tsv."
    )]
    [InlineData("none", "pair\tbreaking\topen", "disagreements.tsv(1): 3 values, or an empty one. Write 4.")]
    [InlineData(
        "none",
        "pair\tbreaking\topen\tIt is hard.\npair\tbreaking\topen\tTwice.",
        "pair stands in disagreements.tsv twice."
    )]
    public void A_problem_says_what_to_do(string ours, string rows, string problem)
    {
        System.IO.File.WriteAllText(File, rows);

        Assert.Equal(problem, Problems(ours));
    }

    [Fact]
    public void Pairs_that_agree_now_are_removed_and_the_remarks_stay()
    {
        System.IO.File.WriteAllText(
            File,
            "# A remark.\npair\tbreaking\topen\tIt is hard.\nother\tnone\truled\tOn purpose.\n"
        );

        new KnownDisagreements(File).Prune([Pair("pair", "none"), Pair("other", "compatible")]);

        Assert.Equal("# A remark.\nother\tcompatible\truled\tOn purpose.\n", System.IO.File.ReadAllText(File));
    }

    public void Dispose() => _folder.Dispose();

    private string Problems(string ours)
    {
        try
        {
            return string.Join('\n', new KnownDisagreements(File).Problems([Pair("pair", ours)]));
        }
        catch (InvalidDataException error)
        {
            return error.Message;
        }
    }

    private static HeldPair Pair(string name, string ours) =>
        new()
        {
            Name = name,
            BaseFile = "base.yaml",
            RevisionFile = "revision.yaml",
            Wanted = ["none"],
            Ours = ours,
        };
}
