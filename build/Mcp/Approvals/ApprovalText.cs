using System.Globalization;
using System.Security.Cryptography;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>
/// An approval as a person reads it on a terminal or in an agent's client. All texts of others are made plain.
/// </summary>
internal static class ApprovalText
{
    private const int LongestText = 4_000;
    private const int LongestName = 100;
    private const int ShortAction = 100;

    /// <summary>One line for a list.</summary>
    public static string Line(Approval approval) =>
        $"{approval.Id}  {State(approval), -8}  {HarmlessText.Line(approval.Agent, LongestName)}: {Action(approval, ShortAction)}";

    /// <summary>Everything that the person says yes or no to.</summary>
    public static IEnumerable<string> Lines(Approval approval)
    {
        yield return $"Approval {approval.Id}: {State(approval)}. Asked at {Time(approval.AskedAt)}, ends at {Time(approval.EndsAt)}.";
        yield return $"Agent: {HarmlessText.Line(approval.Agent, LongestName)}";
        yield return $"Account: {HarmlessText.Line(approval.Account, LongestName)}";
        yield return $"Tool: {HarmlessText.Line(approval.Tool, LongestName)} ({HarmlessText.Line(approval.Operation, LongestName)})";
        yield return $"The agent would have: {Action(approval, LongestText)}";
        foreach (var line in approval.Summary.Lines)
        {
            yield return $"  {HarmlessText.Line(line.Name, LongestName)}: {HarmlessText.Line(line.Text, LongestText)}";
        }

        if (approval.Summary.Picture is { } address)
        {
            yield return $"Picture: {HarmlessText.Line(address, LongestText)}";
        }

        if (approval.Summary.PictureBytes is { } bytes)
        {
            var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Picture from a file: {bytes.Length:N0} bytes, SHA-256 {sum}"
            );
        }

        yield return $"Hash of tool and arguments: {approval.Hash}";
    }

    public static string State(Approval approval) =>
        approval.State switch
        {
            ApprovalState.Waiting => "waiting",
            ApprovalState.Approved => "approved",
            ApprovalState.Denied => "denied",
            ApprovalState.Used => "used",
            _ => "ended",
        };

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Action(Approval approval, int maxLength) =>
        HarmlessText.Line(
            string.IsNullOrWhiteSpace(approval.Summary.Action) ? $"called {approval.Tool}" : approval.Summary.Action,
            maxLength
        );
}
