using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A verification of contracts for a terminal: what did not pass, and the counts.</summary>
internal static class ContractText
{
    /// <summary>Prints a result.</summary>
    public static string Print(ContractResult result) => Print(result, ConsoleStyle.Plain);

    /// <summary>Prints a result for a terminal.</summary>
    public static string Print(ContractResult result, ConsoleStyle style)
    {
        var text = new ConsoleText(style);
        foreach (var problem in result.Problems)
        {
            text.Line($"PROBLEM  {problem}", Ink.Bad);
        }

        foreach (var interaction in result.Interactions.Where(one => one.Outcome is not ContractOutcome.Passed))
        {
            AddInteraction(text, interaction);
        }

        if (result.Interactions.Count == 0)
        {
            text.Line("Nothing was verified.");
        }

        return text.Line(result.Summary, result.HasFailed ? Ink.Bad : Ink.Good).ToString();
    }

    /// <summary>Names an outcome. A failure that is pending fails nothing.</summary>
    public static string Word(InteractionOutcome interaction) =>
        interaction is { Outcome: ContractOutcome.Failed, IsPending: true }
            ? "pending"
            : interaction.Outcome.ToString().ToLowerInvariant();

    private static void AddInteraction(ConsoleText text, InteractionOutcome interaction)
    {
        var outcome = Word(interaction).ToUpperInvariant();
        var operation = interaction.OperationId is { } id ? $" ({id})" : "";
        var why = interaction.Reason is { } reason ? $": {reason}" : "";
        text.Line($"{outcome, -9}{interaction.Description}{operation}{why}", InkOf(interaction));
        foreach (var problem in interaction.Problems)
        {
            AddProblem(text, problem);
        }
    }

    private static Ink InkOf(InteractionOutcome interaction) =>
        interaction switch
        {
            { Outcome: ContractOutcome.Failed, IsPending: false } => Ink.Bad,
            { Outcome: ContractOutcome.Failed } => Ink.Warning,
            _ => Ink.Quiet,
        };

    private static void AddProblem(ConsoleText text, InteractionProblem problem)
    {
        text.Line($"    {ProblemText.Problem(problem)}");
        if (ProblemText.Values(problem) is { Length: > 0 } values)
        {
            text.Line($"        {values}");
        }
    }
}
