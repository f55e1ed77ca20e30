using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// A comparison as comment of a pull request: folded by group, worst first, never longer than such a comment may
/// be.
/// </summary>
internal static class DiffMarkdown
{
    // A comment of GitHub holds 65,536 characters.
    private const int MaxLength = 60_000;
    private const int ShownMembers = 20;
    private const int ShownProblems = 3;
    private static readonly Dictionary<Severity, string> Marks = new()
    {
        [Severity.Breaking] = "🔴",
        [Severity.PotentiallyBreaking] = "🟠",
        [Severity.Compatible] = "🟢",
        [Severity.Documentation] = "⚪",
    };

    public static string Print(DiffResult result)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"## {Markdown.Escape(result.Base.Version)} → {Markdown.Escape(result.Revision.Version)}: {DiffText.Summary(result)}\n\n"
        );
        foreach (var notice in result.Notices)
        {
            text.Append(CultureInfo.InvariantCulture, $"> {Markdown.Escape(notice)}\n");
        }

        if (result.Contracts is { } contracts)
        {
            AddContracts(text, contracts);
        }

        if (result.Client is { } client)
        {
            AddClient(text, client);
        }

        if (result.ClientReason is { } reason)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nThe client was not compared: {Markdown.Escape(reason)}\n");
        }

        AddFindings(text, result);
        return text.ToString().TrimEnd();
    }

    // A group that would not fit is left out whole, so that no finding is cut in the middle.
    private static void AddFindings(StringBuilder text, DiffResult result)
    {
        var left = result.Findings.Count;
        var groups = result
            .Findings.GroupBy(Group)
            .OrderByDescending(group => group.Max(finding => finding.Severity))
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var part = Part(group.Key, [.. group]);
            if (text.Length + part.Length > MaxLength)
            {
                continue;
            }

            text.Append(part);
            left -= group.Count();
        }

        if (left > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{left} more finding(s) do not fit here; see the JSON or HTML report.\n"
            );
        }
    }

    // A change that reaches many groups stands once, under its own heading.
    private static string Group(Finding finding) =>
        finding.Groups.Count switch
        {
            0 => "the whole description",
            1 => finding.Groups[0],
            _ => "several groups",
        };

    private static string Part(string name, List<Finding> findings)
    {
        var text = new StringBuilder();
        var counts = findings
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(count => count.Key)
            .Select(count => $"{Marks[count.Key]} {count.Count()}");
        var isOpen = findings.Exists(finding => finding.Severity is Severity.Breaking && finding.Accepted is null);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n<details{(isOpen ? " open" : "")}><summary><b>{Markdown.InElement(name)}</b> {string.Join(' ', counts)}</summary>\n\n"
        );
        foreach (var finding in findings)
        {
            AddFinding(text, finding);
        }

        return text.Append("\n</details>\n").ToString();
    }

    private static void AddFinding(StringBuilder text, Finding finding)
    {
        text.Append(CultureInfo.InvariantCulture, $"- {Marks[finding.Severity]} {Markdown.Escape(finding.Message)}");
        text.Append(CultureInfo.InvariantCulture, $" `{finding.Rule.Id}`{Markdown.Escape(DiffText.Reach(finding))}");
        if (DiffText.Used(finding) is { } used)
        {
            text.Append(CultureInfo.InvariantCulture, $" — **{Markdown.Escape(used)}**");
        }

        if (DiffText.Members(finding) is { } members)
        {
            text.Append(CultureInfo.InvariantCulture, $" — client: {Markdown.Escape(members)}");
        }

        if (finding.Accepted is { } reason)
        {
            text.Append(CultureInfo.InvariantCulture, $" — accepted: {Markdown.Escape(reason)}");
        }

        text.Append('\n');
    }

    private static void AddContracts(StringBuilder text, ContractView contracts)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n**{contracts.Broken.Count} of {contracts.Interactions} recorded interactions break**\n\n"
        );
        foreach (var broken in contracts.Broken.Take(ShownMembers))
        {
            var problems = Markdown.Escape(ProblemText.Problems(broken.Problems.Take(ShownProblems)));
            var description = Markdown.Escape(broken.Description);
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {Markdown.Escape(broken.Consumer)}: {description} — {problems}\n"
            );
        }

        if (contracts.Broken.Count > ShownMembers)
        {
            text.Append(CultureInfo.InvariantCulture, $"- and {contracts.Broken.Count - ShownMembers} more\n");
        }
    }

    private static void AddClient(StringBuilder text, ClientVerdict client)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n<details><summary>The generated client: <b>{client.SemVer}</b> ({client.Removed.Count} removed, "
                + $"{client.Changed.Count} changed, {client.Added.Count} added)</summary>\n\n"
        );
        foreach (
            var (what, members) in new[]
            {
                ("removed", client.Removed),
                ("changed", client.Changed),
                ("added", client.Added),
            }
        )
        {
            foreach (var member in members.Take(ShownMembers))
            {
                text.Append(CultureInfo.InvariantCulture, $"- {what} {Markdown.Code(member)}\n");
            }

            if (members.Count > ShownMembers)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {what}: {members.Count - ShownMembers} more\n");
            }
        }

        text.Append("\n</details>\n");
    }
}
