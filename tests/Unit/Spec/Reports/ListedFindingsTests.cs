using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Spec.Diff;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>A report that leaves findings out says how many, because the exit code counts them.</summary>
public sealed class ListedFindingsTests
{
    private static readonly DiffResult Result = DescriptionDiff.Compare(
        SmallDiff.Request("Thing: {type: object, properties: {a: {type: string}, b: {type: string}}}"),
        SmallDiff.Request("Thing: {type: object, properties: {a: {type: integer}, b: {type: string, nullable: true}}}")
    );

    [Fact]
    public void Findings_below_the_severity_are_counted()
    {
        var listed = ListedFindings.OfSeverity(Result, Severity.Breaking);

        Assert.Equal("type-changed breaking", SmallDiff.Say(listed));
        Assert.Contains("Not listed, because of --severity breaking: 1 compatible.", listed.Notices);
    }

    [Fact]
    public void Breaking_findings_without_an_interaction_are_counted()
    {
        var listed = ListedFindings.OfContracts(Result);

        Assert.Empty(listed.Findings);
        Assert.Contains(
            "Not listed, because no recorded interaction uses them: 1 breaking, 1 compatible.",
            listed.Notices
        );
    }

    [Fact]
    public void Accepted_findings_are_counted_apart()
    {
        var accepted = Result with
        {
            Findings = [.. Result.Findings.Select(finding => finding with { Accepted = "nobody sends it" })],
        };

        var listed = ListedFindings.OfContracts(accepted);

        Assert.Contains(
            "Not listed, because no recorded interaction uses them: 1 breaking (accepted), 1 compatible (accepted).",
            listed.Notices
        );
    }

    [Fact]
    public void A_report_of_everything_has_no_notice_of_it() =>
        Assert.Equal(Result.Notices, ListedFindings.OfSeverity(Result, Severity.Documentation).Notices);
}
