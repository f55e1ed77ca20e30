using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>
/// A check as one page that needs nothing else: the verdict, the contracts, and what the release changed.
/// </summary>
internal static class CheckHtml
{
    /// <summary>Makes the page.</summary>
    public static string Print(CheckReport report) =>
        HtmlTemplates.Render(
            new CheckPage
            {
                Title = $"Check of Pinterest API {report.Release}",
                Verdicts = [.. Verdicts(report)],
                Origin =
                [
                    new FactPart { Name = "Pinned release", Value = report.Release },
                    new FactPart { Name = "Client", Value = report.Coverage },
                    .. ReportOrigin.Facts("Checked", report.CheckedAt),
                ],
                HasCandidate = report.CandidateChanges is not null,
                Problems = report.Problems,
                Notes = report.Notes,
                Contracts = [.. report.Contracts.Select((contracts, i) => ContractHtml.Part(contracts, i + 1))],
                Changes = report.Changes is { } changes ? [DiffHtml.Part(changes)] : [],
            }
        );

    private static IEnumerable<VerdictPart> Verdicts(CheckReport report)
    {
        yield return new VerdictPart { Tone = report.IsGood ? "good" : "bad", Text = report.Title };
        if (report.CandidateChanges is { } changes)
        {
            yield return Candidate(changes);
        }
    }

    private static VerdictPart Candidate(DiffResult changes)
    {
        var verdict = DiffVerdict.Of(changes).First();
        return verdict with { Text = $"Candidate {changes.Revision.Version}. {verdict.Text}" };
    }
}
