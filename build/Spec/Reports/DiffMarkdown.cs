using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// A comparison as comment of a pull request: folded by group, worst first. It fits a comment, unless its breaking
/// findings alone do not: each of them has a line, and the report then says that it is too long.
/// </summary>
internal static class DiffMarkdown
{
    private const int LengthOfComment = 65_536;
    private const int MaxLength = 60_000;
    private const int ShownNotices = 20;
    private const int ShownMembers = 20;
    private const int ShownProblems = 3;
    private const string TooLong =
        "> This report is longer than a comment of GitHub may be (65,536 characters), because each breaking finding "
        + "has a line. Publish it as a file, or use the HTML report.\n\n";

    public static string Print(DiffResult result)
    {
        var heading =
            $"## {Markdown.Escape(result.Base.Version)} → {Markdown.Escape(result.Revision.Version)}: "
            + $"{Markdown.Escape(DiffText.Summary(result))}\n\n";
        var beginning = Beginning(result);
        var findings = new MarkdownFindings(result.Findings, MaxLength - heading.Length - beginning.Length);
        var end = findings.NotShown == 0 ? "" : NotListed(findings.NotShown);
        var text = (beginning + findings.Print() + end).TrimEnd();
        return (heading + (heading.Length + text.Length > LengthOfComment ? TooLong : "") + text).TrimEnd();
    }

    private static string NotListed(int count) =>
        $"\n{Counts.Of(count, "finding")} {(count == 1 ? "is" : "are")} counted and not listed, so that the report fits a comment. "
        + "Every breaking finding that was not accepted is listed. The JSON and HTML reports list them all.\n";

    // What stands before the findings.
    private static string Beginning(DiffResult result)
    {
        var text = new StringBuilder();
        foreach (var notice in result.Notices.Take(ShownNotices))
        {
            text.Append(CultureInfo.InvariantCulture, $"> {Markdown.Escape(notice)}\n");
        }

        if (result.Notices.Count > ShownNotices)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"> There are {result.Notices.Count - ShownNotices} more notices; see the JSON or HTML report.\n"
            );
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

        return text.ToString();
    }

    private static void AddContracts(StringBuilder text, ContractView contracts)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n**{Counts.Breaking(contracts.Broken.Count, contracts.Interactions)}**\n\n"
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
