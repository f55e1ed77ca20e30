namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>The words of the log for stages and outcomes, as they stand in the file, in exports and in filters.</summary>
internal static class AuditWords
{
    public const string Intent = "intent";
    public const string Outcome = "outcome";
    public const string Change = "change";

    /// <summary>What a call can be decided to be.</summary>
    public static readonly string[] Decisions = ["allowed", "ask", "denied"];

    private static readonly (AuditOutcome Outcome, string Word)[] Outcomes =
    [
        (AuditOutcome.Done, "done"),
        (AuditOutcome.DryRun, "dry_run"),
        (AuditOutcome.Denied, "denied"),
        (AuditOutcome.Waiting, "waiting"),
        (AuditOutcome.Failed, "failed"),
        (AuditOutcome.Unknown, "unknown"),
    ];

    public static IEnumerable<string> AllOutcomes => Outcomes.Select(each => each.Word);

    public static string Of(AuditStage stage) =>
        stage switch
        {
            AuditStage.Intent => Intent,
            AuditStage.Outcome => Outcome,
            _ => Change,
        };

    public static string Of(AuditOutcome outcome) => Outcomes.First(each => each.Outcome == outcome).Word;

    public static AuditStage Stage(string word) =>
        word switch
        {
            Intent => AuditStage.Intent,
            Outcome => AuditStage.Outcome,
            _ => AuditStage.Change,
        };

    // A word that is not known can only stand in a file that somebody changed; --verify says so.
    public static AuditOutcome? OutcomeOf(string? word)
    {
        var found = Outcomes.Where(each => each.Word == word).Select(each => (AuditOutcome?)each.Outcome);
        return found.FirstOrDefault();
    }
}
