using Pinterest.OpenApi.Spec.Checking;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A check as Markdown begins with what is wrong.</summary>
public sealed class CheckMarkdownTests
{
    [Fact]
    public void Problems_stand_before_notes_and_counts()
    {
        var text = CheckMarkdown.Print(SmallReport.Good with { Problems = ["One."], Notes = ["Two."] });

        Assert.StartsWith(
            "## Pinterest API 5.1.0: 1 problem\n\n- **Problem:** One.\n- Two.\n- 3 of 3 operations",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_comparison_and_the_passes_are_tables()
    {
        var text = CheckMarkdown.Print(
            SmallReport.Good with
            {
                Comparison = new("5.0.0", "5.1.0", new(["a"], ["b", "c"], []), new([], [], ["d"])),
                Passes = [new("types inferred", 13)],
            }
        );

        Assert.Contains("| operations | 1 | 2 | 0 |\n| schemas | 0 | 0 | 1 |\n", text, StringComparison.Ordinal);
        Assert.EndsWith("| types inferred | 13 |", text, StringComparison.Ordinal);
    }
}
