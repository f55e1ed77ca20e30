using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A verification of contracts as Markdown: the counts, and what did not pass.</summary>
internal static class ContractMarkdown
{
    /// <summary>Prints a result.</summary>
    public static string Print(ContractResult result)
    {
        var text = new StringBuilder($"## {(result.HasFailed ? "🔴" : "🟢")} {Markdown.Escape(result.Summary)}\n\n");
        foreach (var problem in result.Problems)
        {
            text.Append($"- **{Markdown.Escape(problem)}**\n");
        }

        foreach (var interaction in result.Interactions.Where(one => one.Outcome is not ContractOutcome.Passed))
        {
            var outcome = ContractText.Word(interaction);
            var why = interaction.Reason is { } reason ? $": {Markdown.Escape(reason)}" : "";
            text.Append($"- **{outcome}** {Markdown.Escape(interaction.Description)}{why}\n");
            foreach (var problem in interaction.Problems)
            {
                var message = Markdown.Escape(problem.Message);
                text.Append($"  - {Markdown.Escape(problem.Place)}: {message}{Values(problem)}\n");
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Values(InteractionProblem problem) =>
        ProblemText.Values(problem) is { Length: > 0 } values ? $" ({Markdown.Escape(values)})" : "";
}
