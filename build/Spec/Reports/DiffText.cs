using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison for a terminal.</summary>
internal static class DiffText
{
    private const int ShownOperations = 3;
    private const int ShownMembers = 10;
    private const int ShownUncompared = 20;
    private const int ShownCharacters = 300;

    public static string Print(DiffResult result) => Print(result, ConsoleStyle.Plain);

    /// <summary>Prints a comparison for a terminal.</summary>
    public static string Print(DiffResult result, ConsoleStyle style)
    {
        var text = new ConsoleText(style);
        text.Line($"{result.Base.Version} -> {result.Revision.Version}: {Summary(result)}", Ink.Strong);
        AddContracts(result, text);
        foreach (var notice in result.Notices)
        {
            text.Line($"note  {notice}");
        }

        AddUncompared(result, text);
        foreach (var group in result.Findings.GroupBy(Heading))
        {
            text.Line().Line($"{group.Key.ToUpperInvariant()} ({group.Count()})", InkOf(group.First()));
            foreach (var finding in group)
            {
                AddFinding(result, finding, text);
            }
        }

        AddClient(result, text);
        return text.ToString();
    }

    private static void AddUncompared(DiffResult result, ConsoleText text)
    {
        if (result.Uncompared.Count == 0)
        {
            return;
        }

        text.Line().Line($"NOT COMPARED ({result.Uncompared.Count})", Ink.Warning);
        foreach (var left in result.Uncompared.Take(ShownUncompared))
        {
            text.Line($"  {left}");
        }

        if (result.Uncompared.Count > ShownUncompared)
        {
            text.Line($"  and {result.Uncompared.Count - ShownUncompared} more");
        }
    }

    private static string Heading(Finding finding) => finding.Accepted is null ? finding.Severity.Word() : "accepted";

    private static Ink InkOf(Finding finding) =>
        (finding.Accepted, finding.Severity) switch
        {
            (not null, _) => Ink.Quiet,
            (_, Severity.Breaking) => Ink.Bad,
            (_, Severity.PotentiallyBreaking) => Ink.Warning,
            (_, Severity.Compatible) => Ink.Good,
            _ => Ink.Quiet,
        };

    private static void AddFinding(DiffResult result, Finding finding, ConsoleText text)
    {
        text.Line($"  {finding.Message} [{finding.Rule.Id}]");
        var accepted = finding.Accepted is { } reason ? $"; accepted: {reason}" : "";
        text.Line($"      {finding.Pointer}{Reach(finding)}{accepted}");
        foreach (var place in Places(result, finding))
        {
            text.Line($"      {place}", Ink.Quiet);
        }

        if (Used(finding) is { } used)
        {
            text.Line($"      {used}", finding.Interactions.Any(one => one.Fails) ? Ink.Bad : Ink.Plain);
        }

        if (Members(finding) is { } members)
        {
            text.Line($"      client: {members}");
        }
    }

    /// <summary>Says what a finding does to recorded interactions, or null when it reaches none.</summary>
    public static string? Used(Finding finding)
    {
        if (finding.Interactions.Count == 0)
        {
            return null;
        }

        var fails = Interactions("breaks you", finding.Interactions.Where(one => one.Fails));
        var others = Interactions("reaches you", finding.Interactions.Where(one => !one.Fails));
        return string.Join("; ", new[] { fails, others }.OfType<string>());
    }

    private static string? Interactions(string what, IEnumerable<ReachedInteraction> interactions)
    {
        var names = interactions.Select(one => one.Description).ToList();
        return names.Count == 0 ? null : $"{what}: {Some(names)}";
    }

    // Example: a, b, c and 2 more. A name as long as a page would stand there with each finding.
    private static string Some(IReadOnlyList<string> names)
    {
        var more = names.Count - ShownOperations;
        return string.Join(", ", names.Take(ShownOperations).Select(Shortened)) + (more > 0 ? $" and {more} more" : "");
    }

    private static string Shortened(string name) =>
        name.Length <= ShownCharacters ? name : name[..ShownCharacters] + "...";

    /// <summary>
    /// Gives what to do about a finding, or null when there is nothing to do: a compatible finding of a rule that
    /// can break has a remedy only for the direction that breaks.
    /// </summary>
    public static string? Remedy(Finding finding) =>
        IsHarmlessHere(finding) || HasNoRemedy(finding) ? null : finding.Rule.Remedy;

    private static bool IsHarmlessHere(Finding finding) =>
        finding.Severity is Severity.Compatible && finding.Rule.Worst is not Severity.Compatible;

    // A user may call breaking what needs no action by its rule.
    private static bool HasNoRemedy(Finding finding) =>
        finding.SeverityOfRule is not null
        && finding.Severity >= Severity.PotentiallyBreaking
        && finding.Rule.Remedy == RuleTexts.NoAction;

    /// <summary>Counts the findings by severity.</summary>
    public static string Summary(DiffResult result)
    {
        var accepted = result.Findings.Count(finding => finding.Accepted is not null);
        return $"{result.Count(Severity.Breaking)} breaking, "
            + $"{result.Count(Severity.PotentiallyBreaking)} potentially breaking, "
            + $"{result.Count(Severity.Compatible)} compatible, "
            + $"{result.Count(Severity.Documentation)} documentation"
            + (accepted > 0 ? $", {accepted} accepted" : "")
            + Ignored(result);
    }

    private static string Ignored(DiffResult result) =>
        result.Ignored.Count > 0 ? $", {result.Ignored.Count} ignored by {result.IgnoredBy}" : "";

    /// <summary>Names the operations that a finding reaches, after a semicolon; empty when it reaches none.</summary>
    public static string Reach(Finding finding) => finding.Operations.Count == 0 ? "" : $"; {Some(finding.Operations)}";

    /// <summary>Names the members of the client that change with a finding, or null when none does.</summary>
    public static string? Members(Finding finding) =>
        finding.ClientMembers.Count == 0 ? null : Some(finding.ClientMembers);

    private static void AddContracts(DiffResult result, ConsoleText text)
    {
        if (result.Contracts is not { } contracts)
        {
            return;
        }

        text.Line(
            $"CONTRACTS: {Counts.Breaking(contracts.Broken.Count, contracts.Interactions)}",
            contracts.Broken.Count > 0 ? Ink.Bad : Ink.Good
        );
        foreach (var broken in contracts.Broken)
        {
            text.Line($"  {broken.Consumer}: {broken.Description}");
            foreach (var problem in broken.Problems.Take(ShownOperations))
            {
                text.Line($"      {ProblemText.Problem(problem)}");
            }
        }
    }

    // Example: old.yaml:12:5 -> new.yaml:14:5. An editor opens what it finds in this form.
    private static IEnumerable<string> Places(DiffResult result, Finding finding)
    {
        var before = At(result.Base, finding.BasePosition);
        var after = At(result.Revision, finding.RevisionPosition);
        if (before is not null || after is not null)
        {
            yield return string.Join(" -> ", new[] { before, after }.OfType<string>());
        }
    }

    // A stored release is packed, and no editor opens a line of it.
    private static string? At(DiffSide side, Position? position) =>
        position is { } at && !side.Source.EndsWith(".gz", StringComparison.Ordinal)
            ? $"{side.FileOf(at)}:{at.Line}:{at.Column}"
            : null;

    private static void AddClient(DiffResult result, ConsoleText text)
    {
        if (result.ClientReason is { } reason)
        {
            text.Line().Line($"The client was not compared: {reason}");
        }

        if (result.Client is not { } client)
        {
            return;
        }

        text.Line();
        text.Line(
            $"CLIENT: {client.SemVer} ({client.Removed.Count} removed, {client.Changed.Count} changed, "
                + $"{client.Added.Count} added)"
        );
        foreach (var (sign, members) in new[] { ("-", client.Removed), ("~", client.Changed), ("+", client.Added) })
        {
            foreach (var member in members.Take(ShownMembers))
            {
                text.Line($"  {sign} {member}");
            }

            if (members.Count > ShownMembers)
            {
                text.Line($"  {sign} and {members.Count - ShownMembers} more");
            }
        }
    }
}
