using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Spec.Diff;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>A comment has a limit, and shows what breaks nevertheless.</summary>
public sealed class MarkdownFindingsTests
{
    private const int Comment = 65_536;

    // Without tags all findings are of one group.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_break_among_many_compatible_changes_is_shown(bool hasTags)
    {
        var text = Print(breaking: 1, added: 1_500, hasTags);

        Assert.InRange(text.Length, 1_000, Comment);
        Assert.Contains("The operation GET /old/0 was removed.", ReadMarkdown.Shown(text), StringComparison.Ordinal);
        Assert.Contains("not listed: 🟢", text, StringComparison.Ordinal);
        Assert.Matches("1 breaking, 0 potentially breaking, 1500 compatible", text);
        Assert.Matches("[0-9]+ findings are counted and not listed", text);
        Assert.Equal(text.Split("<details").Length, text.Split("</details>").Length);
        ReadMarkdown.AssertHarmless(text);
    }

    [Fact]
    public void Breaks_that_fit_only_with_short_lines_are_all_shown()
    {
        var text = Print(breaking: 600, added: 600, hasTags: true);

        Assert.InRange(text.Length, 1_000, Comment);
        Assert.Equal(600, text.Split("was removed.").Length - 1);
        Assert.DoesNotContain("longer than a comment", text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_breaks_than_a_comment_holds_are_all_shown_and_the_report_says_so_first()
    {
        var text = Print(breaking: 2_000, added: 5, hasTags: false);

        Assert.Equal(2_000, text.Split("was removed.").Length - 1);
        Assert.True(text.Length > Comment);
        Assert.StartsWith("> This report is longer than a comment", text.Split("\n\n")[1], StringComparison.Ordinal);
        Assert.Contains("not listed: 🟢 5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_thousands_of_groups_those_that_are_only_counted_are_summed_up()
    {
        var text = Print(breaking: 3, added: 4_000, hasTags: true, tag: "a group with a name of its own that is long ");

        Assert.InRange(text.Length, 1_000, Comment);
        Assert.Equal(3, text.Split("was removed.").Length - 1);
        Assert.Matches("more groups 🟢 [0-9]+", text);
    }

    [Fact]
    public void A_short_report_lists_everything()
    {
        var text = Print(breaking: 2, added: 3, hasTags: true);

        Assert.DoesNotContain("not listed", text, StringComparison.Ordinal);
        Assert.Contains("; GET /new/2", text, StringComparison.Ordinal);
    }

    // The runner shows ten annotations of a kind for a step.
    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Annotations_say_that_the_runner_shows_only_some(int breaking, bool isSaid)
    {
        var text = DiffReports.Print(Compare(breaking, 0, hasTags: false, ""), "github");

        Assert.Equal(breaking, text.Split("::error ").Length - 1);
        Assert.Equal(isSaid, text.Contains("shows only the first 10", StringComparison.Ordinal));
    }

    private static string Print(int breaking, int added, bool hasTags, string tag = "") =>
        DiffReports.Print(Compare(breaking, added, hasTags, tag), "markdown");

    private static DiffResult Compare(int breaking, int added, bool hasTags, string tag) =>
        DescriptionDiff.Compare(Description("old", breaking, hasTags, tag), Description("new", added, hasTags, tag));

    private static Pinterest.OpenApi.Spec.Documents.Description Description(
        string name,
        int operations,
        bool hasTags,
        string tag
    )
    {
        var text = new StringBuilder(
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /kept: {get: {operationId: kept, responses: {}}}\n"
        );
        for (var i = 0; i < operations; i++)
        {
            var group = tag.Length > 0 ? $"{tag}{i}" : $"g{i % 7}";
            var tags = hasTags ? $"tags: ['{group}'], " : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  /{name}/{i}: {{get: {{{tags}operationId: {name}{i}, responses: {{}}}}}}\n"
            );
        }

        return SmallDiff.Parse(text.ToString());
    }
}
