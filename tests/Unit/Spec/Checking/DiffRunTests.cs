using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>Two descriptions are compared, wherever they are.</summary>
public sealed class DiffRunTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 23, 59, 0, TimeSpan.Zero));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_files_need_no_checkout() =>
        Assert.Equal(1, (await DiffRun.RunAsync(Request(), _time)).Count(Severity.Breaking));

    [Fact]
    public async Task An_acceptance_ends_after_its_day()
    {
        var finding = Assert.Single((await DiffRun.RunAsync(Request(), _time)).Findings);
        var request = Request() with
        {
            AcceptedBreaks = _folder.Write(
                "accepted.json",
                $$"""
                {"accepted":[{"rule":"{{finding.Rule.Id}}","place":"{{finding.Pointer}}","reason":"agreed","until":"2026-03-01"}]}
                """
            ),
        };

        Assert.Equal("agreed", Assert.Single((await DiffRun.RunAsync(request, _time)).Findings).Accepted);
        _time.Advance(TimeSpan.FromMinutes(1));
        var ended = await DiffRun.RunAsync(request, _time);
        Assert.Null(Assert.Single(ended.Findings).Accepted);
        Assert.Contains(ended.Notices, notice => notice.EndsWith("ended on 2026-03-01.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_accepted_breaks_that_was_named_must_be_there() =>
        Assert.Contains(
            "There is no such file of accepted breaks. Check --accepted.",
            (
                await Assert.ThrowsAsync<SpecException>(() =>
                    DiffRun.RunAsync(Request() with { AcceptedBreaks = Path.Combine(_folder, "none.json") }, _time)
                )
            ).Message,
            StringComparison.Ordinal
        );

    // A source that is not there would be an error, so it was not read again.
    [Fact]
    public async Task What_was_read_already_is_not_read_again()
    {
        var sides = new Sides<Description>(SmallReport.Description("5.0.0", 2), SmallReport.Description("5.1.0", 1));
        var request = Request() with { Base = "nowhere.json", Revision = "nowhere.json" };

        Assert.Equal(1, (await DiffRun.RunAsync(request, sides, _time)).Count(Severity.Breaking));
    }

    private DiffRequest Request() =>
        new(Write(SmallReport.Description("5.0.0", 2)), Write(SmallReport.Description("5.1.0", 1)))
        {
            Repository = _folder,
            WithClient = false,
        };

    private string Write(Description description) =>
        _folder.Write($"{description.Version}.json", description.Root.ToString());
}
