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
        Assert.Equal("Pinterest API 5.1.0: 1 problem(s)", report.Title);
    }

    [Fact]
    public void What_stops_a_candidate_is_a_problem_and_a_name_of_it_is_a_note()
    {
        var report = SmallReport.Good.With(
            new CandidateVerdict(false, ["CS0246: no Pin"], ["new: models pin is Pin"], [])
        );

        Assert.Equal(["The candidate's client does not compile: CS0246: no Pin"], report.Problems);
        Assert.Equal(["To pin the candidate, decide on a name: new: models pin is Pin."], report.Notes);
    }

    [Theory]
    [InlineData("breaking", 1, true)]
    [InlineData("breaking", 0, false)]
    [InlineData("never", 1, false)]
    public void A_good_check_fails_by_what_its_candidate_breaks(string failOn, int removed, bool fails) =>
        Assert.Equal(fails, (SmallReport.Good with { CandidateChanges = SmallReport.Changes(removed) }).Fails(failOn));

    [Fact]
    public void A_problem_fails_whatever_is_asked_for() =>
        Assert.True((SmallReport.Good with { Problems = ["The pin is damaged."] }).Fails("never"));

    [Fact]
    public void What_the_pinned_release_itself_changed_fails_nothing() =>
        Assert.False((SmallReport.Good with { Changes = SmallReport.Changes(2) }).Fails("breaking"));
}
