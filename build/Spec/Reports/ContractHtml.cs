using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A verification of contracts as one page that needs nothing else.</summary>
internal static class ContractHtml
{
    /// <summary>Makes the page.</summary>
    public static string Print(ContractResult result) =>
        HtmlTemplates.Render(
            new ContractsPage
            {
                Title = "Recorded contracts",
                Verdicts = [Verdict(result)],
                Origin =
                [
                    Fact("Against", result.Against),
                    Fact("Pacts", Files(result)),
                    .. ReportOrigin.Facts("Verified", result.VerifiedAt),
                ],
                Contracts = Part(result, 1),
            }
        );

    /// <summary>Makes the part of a page that shows a verification.</summary>
    /// <param name="result">The verification.</param>
    /// <param name="number">Its number on the page, from 1, so that no two interactions share an id.</param>
    public static VerificationPart Part(ContractResult result, int number) =>
        new()
        {
            IsOpen = result.HasFailed,
            Summary = result.Summary,
            Problems = result.Problems,
            Interactions = [.. result.Interactions.Select((one, i) => Interaction(one, $"contract-{number}-{i + 1}"))],
        };

    private static VerdictPart Verdict(ContractResult result) =>
        result.HasFailed
            ? new VerdictPart { Tone = "bad", Text = $"Failed: {result.Summary}." }
            : new VerdictPart { Tone = "good", Text = $"Good: {result.Summary}." };

    private static string Files(ContractResult result) =>
        string.Join(", ", result.Interactions.Select(one => one.File).Distinct(StringComparer.Ordinal));

    private static VerifiedInteractionPart Interaction(InteractionOutcome interaction, string id) =>
        new()
        {
            Id = id,
            Tone = Tone(interaction),
            Description = interaction.Description,
            Outcome = ContractText.Word(interaction),
            Reason = interaction.Reason ?? "",
            Problems = [.. interaction.Problems.Select(Problem)],
        };

    private static string Tone(InteractionOutcome interaction)
    {
        if (interaction.IsBreak)
        {
            return "bad";
        }

        return interaction.Outcome is ContractOutcome.Passed ? "good" : "warn";
    }

    private static FactPart Problem(InteractionProblem problem)
    {
        var values = ProblemText.Values(problem);
        return Fact(problem.Place, values.Length > 0 ? $"{problem.Message} ({values})" : problem.Message);
    }

    private static FactPart Fact(string name, string value) => new() { Name = name, Value = value };
}
