using System.Globalization;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>
/// Says in plain English what became of a call. Actions are in the past tense without a full stop, for example
/// <c>put a Pin on the board "Kitchens"</c>; names within them go through <see cref="HarmlessText.Quote"/>.
/// </summary>
public static class AuditSentence
{
    private const int LongestAgent = 64;
    private const int LongestAction = 1_000;
    private const int LongestReason = 500;
    private const string TimeFormat = "HH:mm 'UTC'";

    /// <summary>Gives the action of a call, or names its tool where the call says nothing of itself.</summary>
    public static string ActionOf(AgentCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return string.IsNullOrWhiteSpace(call.Summary.Action) ? ActionOf(call.Tool) : call.Summary.Action;
    }

    /// <summary>Gives the action of a call of which only the tool is known.</summary>
    public static string ActionOf(string tool) => $"called {HarmlessText.Line(tool, LongestAgent)}";

    /// <summary>Says that a call is about to be judged and made.</summary>
    /// <param name="agent">The name of the agent.</param>
    /// <param name="action">The action, as of <see cref="ActionOf(AgentCall)"/>.</param>
    public static string Intent(string agent, string action) =>
        $"{Name(agent)} asked for a call that would have {Action(action)}.";

    /// <summary>Says what became of a call.</summary>
    /// <param name="agent">The name of the agent.</param>
    /// <param name="action">The action, as of <see cref="ActionOf(AgentCall)"/>.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="decision">What was decided; its reason is told where the call was denied.</param>
    /// <param name="approval">The approval that the call used or waits for, or null.</param>
    /// <param name="error">The kind of the error where it failed, for example NotFound; no text of others.</param>
    public static string Of(
        string agent,
        string action,
        AuditOutcome outcome,
        CallDecision? decision = null,
        Approval? approval = null,
        string? error = null
    )
    {
        var does = $"{Name(agent)} would have {Action(action)}";
        var failed = $"{Name(agent)} tried a call that would have {Action(action)}; it failed{Kind(error)}";
        var sentence = outcome switch
        {
            AuditOutcome.Done => $"{Name(agent)} {Action(action)}.",
            AuditOutcome.DryRun =>
                $"{Name(agent)} rehearsed a call that would have {Action(action)}; nothing was changed.",
            AuditOutcome.Denied => $"{does}, but was refused: {Reason(decision)}",
            AuditOutcome.Waiting => $"{does}; the call waits for a person{Question(approval)}.",
            AuditOutcome.Failed => $"{failed}, and nothing was changed.",
            _ => $"{failed}, and it is unknown whether it changed something: check it in Pinterest.",
        };
        return outcome is AuditOutcome.Done or AuditOutcome.Failed or AuditOutcome.Unknown
            ? sentence + Approved(approval)
            : sentence;
    }

    /// <summary>Says what a person changed, for example <c>gave blog-helper full access to pins</c>.</summary>
    /// <param name="action">What was changed, in the past tense without a full stop.</param>
    public static string Change(string action) => $"The account's owner {Action(action)}.";

    /// <summary>Says of the sentence of an intent that no outcome is known.</summary>
    internal static string WithoutOutcome(string intent) => $"{intent} Outcome unknown: look.";

    /// <summary>Says what happened to an approval.</summary>
    internal static string OfApproval(Approval approval, ApprovalChange change)
    {
        var action = string.IsNullOrWhiteSpace(approval.Summary.Action)
            ? ActionOf(approval.Tool)
            : approval.Summary.Action;
        var call = $"a call of {Name(approval.Agent)} that would have {Action(action)} (approval {approval.Id})";
        return change switch
        {
            ApprovalChange.Approved => $"{Who(approval)} said yes to {call}.",
            ApprovalChange.Denied => $"{Who(approval)} said no to {call}.",
            _ => $"The approval was used up by {call}.",
        };
    }

    private static string Name(string agent) => HarmlessText.Line(agent, LongestAgent);

    private static string Action(string action) => HarmlessText.Line(action, LongestAction).TrimEnd('.');

    private static string Kind(string? error) =>
        string.IsNullOrWhiteSpace(error) ? "" : $" ({HarmlessText.Line(error, LongestAgent)})";

    private static string Reason(CallDecision? decision)
    {
        var reason = HarmlessText.Line(decision?.Reason, LongestReason);
        if (reason.Length == 0)
        {
            return "the grant does not allow it.";
        }

        return reason[^1] is '.' or '!' or '?' or '…' ? reason : reason + '.';
    }

    private static string Question(Approval? approval) =>
        approval is null ? "" : $" as approval {approval.Id}, until {Time(approval.EndsAt)}";

    private static string Approved(Approval? approval) =>
        approval?.DecidedAt is { } at ? $" {Who(approval)} approved it at {Time(at)}." : "";

    // What a client answers may come from the agent itself, so no person is claimed.
    private static string Who(Approval approval) =>
        approval.DecidedBy == SqliteApprovals.ByClient
            ? $"The client of {Name(approval.Agent)}"
            : "The account's owner";

    private static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);
}
