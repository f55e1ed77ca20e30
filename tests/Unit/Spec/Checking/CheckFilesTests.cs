using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A check is saved as the files that it has something for.</summary>
public sealed class CheckFilesTests
{
    [Fact]
    public async Task A_release_without_predecessor_has_no_SARIF() =>
        Assert.Equal(["index.html", "report.json", "report.md"], await SavedAsync(SmallReport.Good));

    [Fact]
    public async Task A_release_with_one_has_SARIF_and_a_candidate_a_comparison_in_each_form() =>
        Assert.Equal(
            [
                "diff.html",
                "diff.json",
                "diff.md",
                "diff.sarif",
                "index.html",
                "report.json",
                "report.md",
                "report.sarif",
            ],
            await SavedAsync(
                SmallReport.Good with
                {
                    Changes = SmallReport.Changes(1),
                    CandidateChanges = SmallReport.Changes(1),
                }
            )
        );

    private static async Task<IEnumerable<string?>> SavedAsync(CheckReport report)
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder, "artifacts", "report");
        await CheckFiles.SaveAsync(report, target);
        return Directory.GetFiles(target).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
    }
}
