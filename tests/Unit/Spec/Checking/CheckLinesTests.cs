using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>What a release changed, in a few lines.</summary>
public sealed class CheckLinesTests
{
    [Fact]
    public void The_counts_come_first_and_then_the_first_six_breaks()
    {
        var lines = CheckLines.Changes(SmallReport.Changes(8)).ToList();

        Assert.Equal("8 breaking, 0 potentially breaking, 0 compatible places", lines[0]);
        Assert.Equal(1 + CheckLines.Named, lines.Count);
    }

    [Fact]
    public void Recorded_interactions_that_break_are_counted_where_there_are_pacts() =>
        Assert.EndsWith(
            "; 0 of 5 recorded interactions break",
            CheckLines.Changes(SmallReport.Changes(1) with { Contracts = new ContractView(5, []) }).First(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_first_release_has_no_lines() => Assert.Empty(CheckLines.Changes(null));
}
