using System.Globalization;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>A check on one screen.</summary>
internal sealed class CheckText
{
    private const int NamedProblems = 3;

    private readonly CheckReport _report;
    private readonly ConsoleText _text;

    private CheckText(CheckReport report, ConsoleStyle style)
    {
        _report = report;
        _text = new ConsoleText(style);
    }

    /// <summary>Prints the check.</summary>
    public static string Print(CheckReport report) => Print(report, ConsoleStyle.Plain);

    /// <summary>Prints the check for a terminal.</summary>
    public static string Print(CheckReport report, ConsoleStyle style) => new CheckText(report, style).Print();

    private string Print()
    {
        AddVerdict();
        AddHead();
        AddPasses();
        AddComparison();
        return _text.ToString();
    }

    // What a person must know stands first: the rest is longer than a screen when there is a candidate.
    private void AddVerdict()
    {
        _text.Line(_report.Title, _report.IsGood ? Ink.Good : Ink.Bad);
        foreach (var problem in _report.Problems)
        {
            _text.Line($"PROBLEM  {problem}", Ink.Bad);
        }

        AddFailures();
    }

    private void AddHead()
    {
        var missing = _report.Operations - _report.Generated;
        Line(
            $"{_report.Generated} of {_report.Operations} operations in the client, {missing} missing, "
                + $"{_report.Schemas} schemas"
        );
        foreach (var note in _report.Notes)
        {
            Line($"note     {note}");
        }

        foreach (var contracts in _report.Contracts)
        {
            Line($"contracts  {contracts.Summary}");
        }

        if (_report.Candidate is { Compiles: true })
        {
            Line("candidate  its client was generated and compiles");
        }
    }

    private void AddPasses()
    {
        if (_report.Passes.Count == 0)
        {
            return;
        }

        var seconds = _report.Elapsed?.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Line("");
        Line(
            seconds is null
                ? "From the description to the client, which is up to date:"
                : $"From the description to the client, in {seconds} s:"
        );
        foreach (var pair in _report.Passes.Chunk(2))
        {
            Line(string.Concat(pair.Select(pass => $"{pass.Count, 7} {pass.Name, -32}")).TrimEnd());
        }
    }

    private void AddComparison()
    {
        if (_report.Comparison is not { } comparison)
        {
            return;
        }

        Line("");
        Line($"{comparison.Base} -> {comparison.Revision} (information only):");
        foreach (var (what, names) in CheckLines.Kinds(comparison))
        {
            AddNames(what, names);
        }

        foreach (var line in CheckLines.Changes(_report.Changes))
        {
            Line($"  {line}");
        }
    }

    private void AddNames(string what, NameComparison names)
    {
        Line(
            $"  {what, -10} {names.Added.Count, 3} added, {names.Removed.Count, 3} removed, "
                + $"{names.Changed.Count, 3} changed"
        );
        if (names.Added.Count > 0)
        {
            Line($"    + {Some(names.Added)}");
        }

        if (names.Removed.Count > 0)
        {
            Line($"    - {Some(names.Removed)}");
        }
    }

    private void AddFailures()
    {
        var failed = _report
            .Contracts.SelectMany(contracts => contracts.Interactions)
            .Where(interaction => interaction.Outcome is ContractOutcome.Failed);
        foreach (var interaction in failed.Take(CheckLines.Named))
        {
            var problems = ProblemText.Problems(interaction.Problems.Take(NamedProblems));
            Line($"FAILED   {interaction.Description}: {problems}");
        }
    }

    private static string Some(IReadOnlyList<string> names)
    {
        var more = names.Count - CheckLines.Named;
        return string.Join(", ", names.Take(CheckLines.Named)) + (more > 0 ? $" and {more} more" : "");
    }

    private void Line(string line) => _text.Line(line);
}
