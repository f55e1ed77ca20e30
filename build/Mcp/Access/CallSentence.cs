using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>Says in a sentence what became of a call. Names of others are quoted, cut, and cannot break a line.</summary>
internal static class CallSentence
{
    private const int Longest = 500;

    public static string Intent(string agent, string tool) => $"{Plain(agent)} called {Plain(tool)}.";

    public static string Outcome(CallRecord record, string tool, AuditOutcome outcome, Approval? used)
    {
        var agent = Plain(record.Agent.Name);
        var action = Plain(ActionOf(record, tool));
        var reason = Plain(record.Decision?.Reason ?? "");
        var sentence = outcome switch
        {
            AuditOutcome.Done => $"{agent} {action}.",
            AuditOutcome.DryRun => $"{agent} rehearsed {Plain(tool)} and changed nothing; it would have: {action}.",
            AuditOutcome.Denied => $"{agent} was not allowed to use {Plain(tool)}. {reason}",
            AuditOutcome.Waiting => $"{agent} asked a person about {Plain(tool)}: {action}. Nothing was changed.",
            AuditOutcome.Failed => $"{agent} tried {Plain(tool)}, which failed. Nothing was changed.",
            _ => $"{agent} tried {Plain(tool)}, and nobody knows whether it changed something: look.",
        };
        return used is { DecidedAt: { } at }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{sentence} A person approved it at {at.UtcDateTime:HH:mm} UTC."
            )
            : sentence;
    }

    private static string ActionOf(CallRecord record, string tool)
    {
        var action = record.Granted?.Action ?? record.Call.Summary.Action;
        return action.Length > 0 ? action : $"used {tool}";
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(Longest))
        {
            var isHidden =
                Rune.IsControl(rune)
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator;
            plain.Append(isHidden ? " " : rune.ToString());
        }

        return plain.ToString();
    }
}
