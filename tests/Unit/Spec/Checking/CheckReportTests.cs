using Pinterest.OpenApi.Spec.Checking;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A check is good while nothing is a problem.</summary>
public sealed class CheckReportTests
{
    [Fact]
    public void A_verification_that_failed_is_a_problem_and_one_that_passed_is_none()
    {
        var report = SmallReport.Good.With(SmallReport.Contracts(2, failed: 0));
        Assert.True(report.IsGood);

        report = report.With(SmallReport.Contracts(3, failed: 1));
        Assert.Equal(["3 interactions against the sandbox: 2 passed, 1 failed, 0 skipped."], report.Problems);
        Assert.Equal(2, report.Contracts.Count);
        Assert.Equal("Pinterest API 5.1.0: 1 problem", report.Title);
    }

    [Fact]
    public void What_stops_a_candidate_is_a_problem_and_a_name_of_it_is_a_note()
    {
        var report = SmallReport.Good.With(
            new CandidateVerdict(false, ["CS0246: no Pin"], ["The model pin is new."], [])
        );

        Assert.Equal(["The candidate's client does not compile: CS0246: no Pin"], report.Problems);
        Assert.Equal(["Before you pin the candidate: The model pin is new."], report.Notes);
    }

    [Theory]
    [InlineData("breaking", 1, "The candidate 5.1.0 has 1 breaking change that was not accepted.")]
    [InlineData("breaking", 2, "The candidate 5.1.0 has 2 breaking changes that were not accepted.")]
    [InlineData("breaking", 0, null)]
    [InlineData("never", 1, null)]
    public void What_a_candidate_breaks_is_a_problem_when_it_counts(string failOn, int removed, string? problem)
    {
        var report = SmallReport.Good.With(SmallReport.Changes(removed), failOn);

        Assert.Equal(problem is null ? [] : [problem], report.Problems);
        Assert.NotNull(report.CandidateChanges);
    }

    [Fact]
    public void A_candidate_that_was_not_compared_whole_is_not_good()
    {
        var changes = SmallReport.Changes(0) with { Uncompared = [new("revision", "#/paths", "was not followed")] };

        var report = SmallReport.Good.With(changes, "never");

        Assert.False(report.IsGood);
        Assert.Equal(
            ["1 place of the candidate could not be compared, so the report may lack changes."],
            report.Problems
        );
    }

    [Theory]
    [InlineData("text", "Pinterest API 5.1.0: 1 problem\nPROBLEM  The candidate 5.1.0 has 1 breaking change")]
    [InlineData("markdown", "## Pinterest API 5.1.0: 1 problem\n\n- **Problem:** The candidate")]
    [InlineData("json", "{\n  \"verdict\": \"Pinterest API 5.1.0: 1 problem\",\n  \"good\": false,")]
    public void Every_form_begins_with_the_one_verdict(string format, string expected) =>
        Assert.StartsWith(
            expected,
            CheckReports.Print(SmallReport.Good.With(SmallReport.Changes(1), "breaking"), format),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_page_has_the_same_verdict() =>
        Assert.Contains(
            "<p class=\"verdict bad\">Pinterest API 5.1.0: 1 problem</p>",
            CheckHtml.Print(SmallReport.Good.With(SmallReport.Changes(1), "breaking")),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_the_pinned_release_itself_changed_is_no_problem() =>
        Assert.True((SmallReport.Good with { Changes = SmallReport.Changes(2) }).IsGood);
}
