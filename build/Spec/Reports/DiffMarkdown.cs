using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as comment of a pull request: folded by group, worst first, never longer than such a comment may be.</summary>
internal static class DiffMarkdown
{
    // A comment of GitHub holds 65,536 characters.
    private const int MaxLength = 60_000;
    private const int ShownMembers = 20;
    private static readonly Dictionary<Severity, string> Marks = new() { [Severity.Breaking] = "🔴", [Severity.PotentiallyBreaking] = "🟠", [Severity.Compatible] = "🟢", [Severity.Documentation] = "⚪" };

    public static string Print(DiffResult result)
    {
        var text = new StringBuilder();
        text.Append($"## {Escape(result.Base.Version)} → {Escape(result.Revision.Version)}: {DiffText.Summary(result)}\n\n");
        foreach (var notice in result.Notices) text.Append($"> {Escape(notice)}\n");
        if (result.Client is { } client) AddClient(text, client);
        if (result.ClientReason is { } reason) text.Append($"\nThe client was not compared: {Escape(reason)}\n");

        var left = result.Findings.Count;
        foreach (var group in result.Findings.GroupBy(Group).OrderByDescending(group => group.Max(finding => finding.Severity)).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            var part = Part(group.Key, [.. group]);
            if (text.Length + part.Length > MaxLength) continue;
            text.Append(part);
            left -= group.Count();
        }

        if (left > 0) text.Append($"\n{left} more finding(s) do not fit here; see the JSON or HTML report.\n");
        return text.ToString().TrimEnd();
    }

    // A change that reaches many groups stands once, under its own heading.
    private static string Group(Finding finding) => finding.Groups.Count switch
    {
        0 => "the whole description",
        1 => finding.Groups[0],
        _ => "several groups",
    };

    private static string Part(string name, List<Finding> findings)
    {
        var text = new StringBuilder();
        var counts = findings.GroupBy(finding => finding.Severity).OrderByDescending(count => count.Key).Select(count => $"{Marks[count.Key]} {count.Count()}");
        var isOpen = findings.Exists(finding => finding.Severity is Severity.Breaking && finding.Accepted is null);
        text.Append($"\n<details{(isOpen ? " open" : "")}><summary><b>{Escape(name)}</b> {string.Join(' ', counts)}</summary>\n\n");
        foreach (var finding in findings)
        {
            text.Append($"- {Marks[finding.Severity]} {Escape(finding.Message)}");
            text.Append($" `{finding.Rule.Id}`{Escape(DiffText.Reach(finding))}");
            if (finding.Accepted is { } reason) text.Append($" — accepted: {Escape(reason)}");
            text.Append('\n');
        }

        return text.Append("\n</details>\n").ToString();
    }

    private static void AddClient(StringBuilder text, ClientVerdict client)
    {
        text.Append($"\n<details><summary>The generated client: <b>{client.SemVer}</b> ({client.Removed.Count} removed, {client.Changed.Count} changed, {client.Added.Count} added)</summary>\n\n");
        foreach (var (what, members) in new[] { ("removed", client.Removed), ("changed", client.Changed), ("added", client.Added) })
        {
            foreach (var member in members.Take(ShownMembers)) text.Append($"- {what} `{member.Replace('`', '\'')}`\n");
            if (members.Count > ShownMembers) text.Append($"- {what}: {members.Count - ShownMembers} more\n");
        }

        text.Append("\n</details>\n");
    }

    // What a description says must not become markup, a mention or a link of the report.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\r') escaped.Append(' ');
            else if (character is '<') escaped.Append("&lt;");
            else if (character is '>') escaped.Append("&gt;");
            else if (character is '&') escaped.Append("&amp;");
            else if (character is '@') escaped.Append("@\u200B");
            else if ("\\`*_[]|#~!".Contains(character, StringComparison.Ordinal)) escaped.Append('\\').Append(character);
            else escaped.Append(character);
        }

        return escaped.ToString();
    }
}
