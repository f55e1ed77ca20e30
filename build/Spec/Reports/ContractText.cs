using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A verification of contracts for a terminal: what did not pass, and the counts.</summary>
internal static class ContractText
{
    /// <summary>Prints a result.</summary>
    public static string Print(ContractResult result)
    {
        var text = new StringBuilder();
        foreach (var problem in result.Problems)
        {
            text.Append("PROBLEM  ").Append(ProblemText.Clean(problem)).Append('\n');
        }

        foreach (var interaction in result.Interactions.Where(one => one.Outcome is not ContractOutcome.Passed))
        {
            AddInteraction(text, interaction);
        }

        if (result.Interactions.Count == 0)
        {
            text.Append("Nothing was verified.\n");
        }

        return text.Append(result.Summary).ToString();
    }

    private static void AddInteraction(StringBuilder text, InteractionOutcome interaction)
    {
        text.Append(interaction.Outcome.ToString().ToUpperInvariant().PadRight(9))
            .Append(ProblemText.Clean(interaction.Description))
            .Append(interaction.OperationId is { } id ? $" ({id})" : "")
            .Append(interaction.Reason is { } reason ? $": {reason}" : "")
            .Append('\n');
        foreach (var problem in interaction.Problems)
        {
            AddProblem(text, problem);
        }
    }

    private static void AddProblem(StringBuilder text, InteractionProblem problem)
    {
        text.Append($"    {ProblemText.Clean(problem.Place)}: {ProblemText.Clean(problem.Message)}\n");
        if (problem.Expected.Length + problem.Actual.Length > 0)
        {
            var expected = ProblemText.Value(problem.Expected);
            text.Append($"        expected {expected}, actual {ProblemText.Value(problem.Actual)}\n");
        }
    }
}
