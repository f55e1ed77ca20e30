using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A check fits on a screen.</summary>
public sealed class CheckTextTests
{
    [Fact]
    public void A_good_check_says_so_first()
    {
        var text = CheckText.Print(SmallReport.Good with { Passes = [new("types inferred", 13)] });

        Assert.StartsWith(
            "Pinterest API 5.1.0: good\n3 of 3 operations in the client, 0 missing, 2 schemas\n",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("     13 types inferred", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_come_first_with_their_number()
    {
        var text = CheckText.Print(SmallReport.Good with { Generated = 1, Problems = ["One.", "Two."] });

        Assert.StartsWith(
            "Pinterest API 5.1.0: 2 problems\nPROBLEM  One.\nPROBLEM  Two.\n1 of 3 operations in the client, 2 missing",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_beyond_the_sixth_are_counted()
    {
        var text = CheckText.Print(
            SmallReport.Good with
            {
                Comparison = new(
                    "5.0.0",
                    "5.1.0",
                    new(["a", "b", "c", "d", "e", "f", "g", "h"], ["x"], []),
                    new([], [], [])
                ),
            }
        );

        Assert.Contains("\n    + a, b, c, d, e, f and 2 more\n    - x\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Six_interactions_that_failed_are_named_with_three_problems_each()
    {
        var text = CheckText.Print(SmallReport.Good.With(SmallReport.Contracts(9, failed: 8, problems: 4)));

        Assert.Equal(6, text.Split("\nFAILED   ").Length - 1);
        Assert.Contains(
            "\nFAILED   interaction 1: body.p1: is gone; body.p2: is gone; body.p3: is gone\n",
            text,
            StringComparison.Ordinal
        );
    }
}
