using System.Globalization;
using System.Security.Cryptography;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>An approval as a person reads it, on a terminal or on the page. All texts of others are made plain.</summary>
internal static class ApprovalText
{
    private const int LongestText = 4_000;
    private const int LongestName = ApprovalSummary.LongestName;
    private const int ShortAction = 100;

    /// <summary>One line for a list.</summary>
    public static string Line(Approval approval) =>
        $"{approval.Id}  {State(approval), -8}  {Name(approval.Agent)}: {ShortActionOf(approval)}";

    /// <summary>Everything that the person says yes or no to, a line each.</summary>
    public static IEnumerable<string> Lines(Approval approval) =>
        [
            $"Approval {approval.Id}: {State(approval)}. Asked at {Time(approval.AskedAt)}, ends at {Time(approval.EndsAt)}.",
            .. Caller(approval).Select(fact => $"{fact.Key}: {fact.Value}"),
            $"The agent would have: {Action(approval)}",
            .. Sent(approval).Select(fact => $"  {fact.Key}: {fact.Value}"),
            .. Media(approval).Select(fact => $"{fact.Key}: {fact.Value}"),
            $"Hash of the call: {approval.Hash}",
        ];

    /// <summary>Gives who would make the call, and how, each fact with its name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Caller(Approval approval) =>
        [
            new("Agent", Name(approval.Agent)),
            new("Account", Name(approval.Account)),
            new("Tool", $"{Name(approval.Tool)} ({Name(approval.Operation)})"),
        ];

    /// <summary>Gives everything that will be sent, name by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Sent(Approval approval) =>
        approval.Summary.Lines.Select(line =>
            KeyValuePair.Create(Name(line.Name), HarmlessText.Line(line.Text, LongestText))
        );

    /// <summary>Gives what is known of the picture.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Media(Approval approval)
    {
        if (approval.Summary.Picture is { } address)
        {
            yield return new("Picture", HarmlessText.Line(address, LongestText));
        }

        if (approval.Summary.PictureBytes is { } bytes)
        {
            var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
            yield return new(
                "Picture from a file",
                string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:N0} bytes, SHA-256 {sum}")
            );
        }
    }

    /// <summary>Says what the call would do, as the rest of a sentence that begins with the agent's name.</summary>
    public static string Action(Approval approval) => HarmlessText.Line(ActionOf(approval), LongestText);

    /// <summary>Says where an approval stands.</summary>
    public static string State(Approval approval) =>
        approval.State switch
        {
            ApprovalState.Waiting => "waiting",
            ApprovalState.Approved => "approved",
            ApprovalState.Denied => "denied",
            ApprovalState.Used => "used",
            _ => "ended",
        };

    /// <summary>Writes a time of this day.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Name(string name) => HarmlessText.Line(name, LongestName);

    private static string ShortActionOf(Approval approval) => HarmlessText.Line(ActionOf(approval), ShortAction);

    private static string ActionOf(Approval approval) =>
        string.IsNullOrWhiteSpace(approval.Summary.Action) ? $"called {approval.Tool}" : approval.Summary.Action;
}
