using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>Prints a check: one screen of text, Markdown or JSON.</summary>
internal sealed class CheckReport(CheckResult result)
{
    private const int Named = 6;

    public string Print(string format) =>
        format switch
        {
            "json" => ToJson(),
            "markdown" => ToMarkdown(),
            _ => ToText(),
        };

    public async Task SaveAsync(string folder, CancellationToken cancellationToken)
    {
        await WholeFile
            .WriteAsync(Path.Combine(folder, "report.json"), ToJson() + "\n", cancellationToken)
            .ConfigureAwait(false);
        await WholeFile
            .WriteAsync(Path.Combine(folder, "report.md"), ToMarkdown() + "\n", cancellationToken)
            .ConfigureAwait(false);
        await WholeFile
            .WriteAsync(Path.Combine(folder, "index.html"), CheckHtml.Print(result) + "\n", cancellationToken)
            .ConfigureAwait(false);
        if (result.Changes is { } changes)
        {
            await WholeFile
                .WriteAsync(
                    Path.Combine(folder, "report.sarif"),
                    DiffReports.Print(changes, "sarif") + "\n",
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    private string ToText()
    {
        var text = new StringBuilder();
        Line(
            text,
            $"Pinterest API {result.Version}: {result.Generated} of {result.Operations} operations, {result.Operations - result.Generated} missing, {result.Schemas} schemas"
        );
        foreach (var note in result.Notes)
        {
            Line(text, $"note     {note}");
        }

        foreach (var contracts in result.Contracts)
        {
            Line(text, $"contracts  {contracts.Summary}");
        }

        if (result.Candidate is { Compiles: true })
        {
            Line(text, "candidate  its client was generated and compiles");
        }

        if (result.Passes.Count > 0)
        {
            Line(
                text,
                $"\nFrom the description to the client, in {result.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s:"
            );
            foreach (var pair in result.Passes.Chunk(2))
            {
                Line(text, string.Concat(pair.Select(pass => $"{pass.Count, 7} {pass.Name, -32}")).TrimEnd());
            }
        }

        if (result.Comparison is { } comparison)
        {
            Line(text, $"\n{comparison.Base} -> {comparison.Revision} (information only):");
            foreach (var (what, names) in Parts(comparison))
            {
                Line(
                    text,
                    $"  {what, -10} {names.Added.Count, 3} added, {names.Removed.Count, 3} removed, {names.Changed.Count, 3} changed"
                );
                foreach (
                    var (sign, list) in new[] { ("+", names.Added), ("-", names.Removed) }.Where(part =>
                        part.Item2.Count > 0
                    )
                )
                {
                    Line(text, $"    {sign} {Some(list)}");
                }
            }

            foreach (var line in Changes())
            {
                Line(text, $"  {line}");
            }
        }

        Line(text, "");
        foreach (
            var failed in result
                .Contracts.SelectMany(contracts => contracts.Interactions)
                .Where(interaction => interaction.Outcome is ContractOutcome.Failed)
                .Take(Named)
        )
        {
            Line(
                text,
                $"FAILED   {failed.Description}: {string.Join("; ", failed.Problems.Take(3).Select(problem => $"{problem.Place}: {problem.Message}"))}"
            );
        }

        foreach (var problem in result.Problems)
        {
            Line(text, $"PROBLEM  {problem}");
        }

        return text.Append(result.IsGood ? "Good." : $"{result.Problems.Count} problem(s).").ToString();
    }

    private string ToMarkdown()
    {
        var text = new StringBuilder();
        Line(
            text,
            $"## Pinterest API {result.Version}: {(result.IsGood ? "good" : $"{result.Problems.Count} problem(s)")}\n"
        );
        foreach (var problem in result.Problems)
        {
            Line(text, $"- **Problem:** {problem}");
        }

        foreach (var note in result.Notes)
        {
            Line(text, $"- {note}");
        }

        Line(
            text,
            $"- {result.Generated} of {result.Operations} operations in the client, {result.Schemas} schemas in the description"
        );
        foreach (var contracts in result.Contracts)
        {
            Line(text, $"- {contracts.Summary}");
        }

        if (result.Candidate is { Compiles: true })
        {
            Line(text, "- The candidate's client was generated and compiles.");
        }

        if (result.Comparison is { } comparison)
        {
            Line(
                text,
                $"\n### {comparison.Base} to {comparison.Revision}\n\n| | added | removed | changed |\n|---|---|---|---|"
            );
            foreach (var (what, names) in Parts(comparison))
            {
                Line(text, $"| {what} | {names.Added.Count} | {names.Removed.Count} | {names.Changed.Count} |");
            }

            Line(text, "");
            foreach (var line in Changes())
            {
                Line(text, $"- {line}");
            }
        }

        if (result.Changes is { } changes)
        {
            Line(text, "\n" + DiffReports.Print(changes, "markdown"));
        }

        if (result.Passes.Count > 0)
        {
            Line(text, "\n### Passes\n\n| pass | places |\n|---|---|");
            foreach (var pass in result.Passes)
            {
                Line(text, $"| {pass.Name} | {pass.Count} |");
            }
        }

        return text.ToString().TrimEnd();
    }

    private string ToJson() =>
        new JObject
        {
            ["version"] = result.Version,
            ["good"] = result.IsGood,
            ["operations"] = result.Operations,
            ["generated"] = result.Generated,
            ["schemas"] = result.Schemas,
            ["problems"] = new JArray(result.Problems),
            ["notes"] = new JArray(result.Notes),
            ["passes"] = new JArray(
                result.Passes.Select(pass => new JObject { ["name"] = pass.Name, ["count"] = pass.Count })
            ),
            ["contracts"] = new JArray(
                result.Contracts.Select(contracts => JObject.Parse(ContractReports.Print(contracts, "json")))
            ),
            ["changes"] = result.Changes is { } changes ? JObject.Parse(DiffReports.Print(changes, "json")) : null,
            ["comparison"] = result.Comparison is { } comparison
                ? new JObject(
                    Parts(comparison)
                        .Select(part => new JProperty(part.What, ToJson(part.Names)))
                        .Prepend(new JProperty("revision", comparison.Revision))
                        .Prepend(new JProperty("base", comparison.Base))
                )
                : null,
        }.ToString(Formatting.Indented);

    private static JObject ToJson(NameComparison names) =>
        new()
        {
            ["added"] = new JArray(names.Added),
            ["removed"] = new JArray(names.Removed),
            ["changed"] = new JArray(names.Changed),
        };

    private static (string What, NameComparison Names)[] Parts(ContractComparison comparison) =>
        [("operations", comparison.Operations), ("schemas", comparison.Schemas)];

    // What breaks is named, the rest is counted; the whole is in index.html.
    private IEnumerable<string> Changes()
    {
        if (result.Changes is not { } changes)
        {
            yield break;
        }

        yield return $"{changes.Count(Severity.Breaking)} breaking, {changes.Count(Severity.PotentiallyBreaking)} potentially breaking, {changes.Count(Severity.Compatible)} compatible places{(changes.Contracts is { } contracts ? $"; {contracts.Broken.Count} of {contracts.Interactions} recorded interactions break" : "")}";
        foreach (var finding in changes.Findings.Where(finding => finding.Severity is Severity.Breaking).Take(Named))
        {
            yield return finding.Message;
        }
    }

    private static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? $" and {names.Count - Named} more" : "");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
