using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A verification of contracts as JSON.</summary>
internal static class ContractJson
{
    private const int Schema = 1;

    /// <summary>Prints a result.</summary>
    public static string Print(ContractResult result) =>
        JsonReport.Print(
            new JObject
            {
                ["schema"] = Schema,
                ["against"] = result.Against,
                ["failed"] = result.HasFailed,
                ["summary"] = new JObject
                {
                    ["interactions"] = result.Interactions.Count,
                    ["passed"] = result.Count(ContractOutcome.Passed),
                    ["failed"] = result.Count(ContractOutcome.Failed),
                    ["skipped"] = result.Count(ContractOutcome.Skipped),
                    ["pendingFailures"] = result.PendingFailures,
                },
                ["problems"] = new JArray(result.Problems),
                ["interactions"] = new JArray(result.Interactions.Select(Interaction)),
            }
        );

    private static JObject Interaction(InteractionOutcome interaction) =>
        new()
        {
            ["consumer"] = interaction.Consumer,
            ["provider"] = interaction.Provider,
            ["file"] = interaction.File,
            ["description"] = interaction.Description,
            ["operation"] = interaction.OperationId,
            ["outcome"] = interaction.Outcome.ToString().ToLowerInvariant(),
            ["pending"] = interaction.IsPending,
            ["reason"] = interaction.Reason,
            ["problems"] = new JArray(interaction.Problems.Select(Problem)),
        };

    private static JObject Problem(InteractionProblem problem) =>
        new()
        {
            ["place"] = problem.Place,
            ["expected"] = problem.Expected,
            ["actual"] = problem.Actual,
            ["message"] = problem.Message,
        };
}
