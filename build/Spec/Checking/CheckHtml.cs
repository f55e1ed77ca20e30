using Pinterest.OpenApi.Spec.Pacts;
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
                Title = report.Title,
                Problems = report.Problems,
                Notes = report.Notes,
                Coverage = report.Coverage + ".",
                Contracts = [.. report.Contracts.Select(Verification)],
                Changes = report.Changes is { } changes ? [DiffHtml.Part(changes)] : [],
            }
        );

    private static VerificationPart Verification(ContractResult contracts) =>
        new()
        {
            IsOpen = contracts.HasFailed,
            Summary = contracts.Summary,
            Problems = contracts.Problems,
            Interactions =
            [
                .. contracts.Interactions.Select(interaction => new VerifiedInteractionPart
                {
                    Description = interaction.Description,
                    Outcome = interaction.Outcome.ToString().ToLowerInvariant(),
                    Reason = interaction.Reason ?? ProblemText.Problems(interaction.Problems),
                }),
            ],
        };
}
