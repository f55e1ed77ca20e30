using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison for a terminal.</summary>
internal static class DiffText
{
    private const int ShownOperations = 3;
    private const int ShownMembers = 10;

    public static string Print(DiffResult result)
    {
        var text = new StringBuilder();
        Line($"{result.Base.Version} -> {result.Revision.Version}: {Summary(result)}");
        AddContracts(result, Line);
        foreach (var notice in result.Notices)
        {
            Line($"note  {notice}");
        }

        foreach (
            var group in result.Findings.GroupBy(finding =>
                finding.Accepted is null ? finding.Severity.Word() : "accepted"
            )
        )
        {
            Line($"\n{group.Key.ToUpperInvariant()} ({group.Count()})");
            foreach (var finding in group)
            {
                Line($"  {finding.Message} [{finding.Rule.Id}]");
                Line(
                    $"      {finding.Pointer}{At(finding)}{Reach(finding)}{(finding.Accepted is { } reason ? $"; accepted: {reason}" : "")}"
                );
                if (Used(finding) is { } used)
                {
                    Line($"      {used}");
                }

                if (Members(finding) is { } members)
                {
                    Line($"      client: {members}");
                }
            }
        }

        AddClient(result, Line);
        return text.ToString().TrimEnd();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>Says what a finding does to recorded interactions, or null when it reaches none.</summary>
    public static string? Used(Finding finding)
    {
        if (finding.Interactions.Count == 0)
        {
            return null;
        }

        var (fails, others) = (
            finding.Interactions.Where(one => one.Fails).ToList(),
            finding.Interactions.Where(one => !one.Fails).ToList()
        );
        return string.Join("; ", new[] { Some("breaks you", fails), Some("reaches you", others) }.OfType<string>());

        static string? Some(string what, List<ReachedInteraction> interactions) =>
            interactions.Count == 0
                ? null
                : $"{what}: {string.Join(", ", interactions.Take(ShownOperations).Select(one => one.Description))}{(interactions.Count > ShownOperations ? $" and {interactions.Count - ShownOperations} more" : "")}";
    }

    /// <summary>Gives what to do about a finding, or null when nothing is to be done: the remedy is for the direction that breaks.</summary>
    public static string? Remedy(Finding finding) =>
        finding.Severity is Severity.Compatible && finding.Rule.Worst is not Severity.Compatible
            ? null
            : finding.Rule.Remedy;

    public static string Summary(DiffResult result)
    {
        var accepted = result.Findings.Count(finding => finding.Accepted is not null);
        return $"{result.Count(Severity.Breaking)} breaking, {result.Count(Severity.PotentiallyBreaking)} potentially breaking, {result.Count(Severity.Compatible)} compatible, {result.Count(Severity.Documentation)} documentation{(accepted > 0 ? $", {accepted} accepted" : "")}";
    }

    public static string Reach(Finding finding)
    {
        if (finding.Operations.Count == 0)
        {
            return "";
        }

        var more = finding.Operations.Count - ShownOperations;
        return $"; {string.Join(", ", finding.Operations.Take(ShownOperations))}{(more > 0 ? $" and {more} more" : "")}";
    }

    /// <summary>Names the members of the client that change with a finding, or null when none does.</summary>
    public static string? Members(Finding finding)
    {
        if (finding.ClientMembers.Count == 0)
        {
            return null;
        }

        var more = finding.ClientMembers.Count - ShownOperations;
        return $"{string.Join(", ", finding.ClientMembers.Take(ShownOperations))}{(more > 0 ? $" and {more} more" : "")}";
    }

    private static void AddContracts(DiffResult result, Action<string> line)
    {
        if (result.Contracts is not { } contracts)
        {
            return;
        }

        line($"CONTRACTS: {contracts.Broken.Count} of {contracts.Interactions} recorded interactions break");
        foreach (var broken in contracts.Broken)
        {
            line($"  {broken.Consumer}: {broken.Description}");
            foreach (var problem in broken.Problems.Take(ShownOperations))
            {
                line($"      {problem.Place}: {problem.Message}");
            }
        }
    }

    private static string At(Finding finding) =>
        (finding.BasePosition, finding.RevisionPosition) switch
        {
            ({ } old, { } now) => $" ({old} -> {now})",
            (null, { } now) => $" ({now})",
            ({ } old, null) => $" ({old} in the base)",
            _ => "",
        };

    private static void AddClient(DiffResult result, Action<string> line)
    {
        if (result.ClientReason is { } reason)
        {
            line($"\nThe client was not compared: {reason}");
        }

        if (result.Client is not { } client)
        {
            return;
        }

        line(
            $"\nCLIENT: {client.SemVer} ({client.Removed.Count} removed, {client.Changed.Count} changed, {client.Added.Count} added)"
        );
        foreach (var (sign, members) in new[] { ("-", client.Removed), ("~", client.Changed), ("+", client.Added) })
        {
            foreach (var member in members.Take(ShownMembers))
            {
                line($"  {sign} {member}");
            }

            if (members.Count > ShownMembers)
            {
                line($"  {sign} and {members.Count - ShownMembers} more");
            }
        }
    }
}
