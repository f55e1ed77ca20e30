using Pinterest.OpenApi.Spec.Checking;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A check is printed in the form that was asked for.</summary>
public sealed class CheckReportsTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public void What_a_candidate_changes_stands_below_the_check(string format)
    {
        var alone = CheckReports.Print(SmallReport.Good, format);
        var both = CheckReports.Print(SmallReport.Good with { CandidateChanges = SmallReport.Changes(1) }, format);

        Assert.StartsWith(alone + "\n\n", both, StringComparison.Ordinal);
        Assert.Contains("/things1", both[alone.Length..], StringComparison.Ordinal);
    }
}
