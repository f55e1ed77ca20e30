using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The forms in which a comparison is reported.</summary>
internal static class DiffReports
{
    private static readonly Dictionary<string, Func<DiffResult, string>> Printers = new(StringComparer.Ordinal)
    {
        ["text"] = DiffText.Print,
        ["markdown"] = DiffMarkdown.Print,
        ["json"] = DiffJson.Print,
        ["sarif"] = DiffSarif.Print,
        ["junit"] = DiffJUnit.Print,
        ["github"] = DiffGitHub.Print,
        ["html"] = DiffHtml.Print,
    };

    /// <summary>Gets the names of the forms.</summary>
    public static IReadOnlyCollection<string> Formats => Printers.Keys;

    /// <summary>Reports a comparison.</summary>
    public static string Print(DiffResult result, string format) => Printers[format](result);

    /// <summary>Reports a comparison. Only text has a style.</summary>
    public static string Print(DiffResult result, string format, ConsoleStyle style) =>
        format == "text" ? DiffText.Print(result, style) : Print(result, format);

    /// <summary>Reads the word of a severity.</summary>
    public static Severity Parse(string word) => Enum.GetValues<Severity>().First(severity => severity.Word() == word);

    /// <summary>Lists the rules.</summary>
    /// <param name="format">text, markdown or json; any other form is text.</param>
    /// <param name="style">How text is shown; null for a file or a pipe.</param>
    public static string Rules(string format, ConsoleStyle? style = null) =>
        format switch
        {
            "json" => JsonReport.Print(new JArray(DiffRules.All.Select(ToJson))),
            "markdown" => string.Join(
                '\n',
                DiffRules
                    .All.Select(rule =>
                        $"| `{rule.Id}` | {rule.Area} | {Word(rule.InRequest)} | {Word(rule.InResponse)} | {rule.Example} |"
                    )
                    .Prepend("|---|---|---|---|---|")
                    .Prepend("| rule | area | request, or no direction | response | example |")
            ),
            _ => RulesAsText(new ConsoleText(style)),
        };

    /// <summary>Explains a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="style">How text is shown; null for a file or a pipe.</param>
    public static string Explain(DiffRule rule, ConsoleStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var what = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            rule.Message,
            "PLACE",
            "OLD",
            "NEW"
        );
        var request = Word(rule.InRequest);
        return new ConsoleText(style)
            .Line($"{rule.Id} ({rule.Area})", Ink.Strong)
            .Line()
            .Line($"What      {what}")
            .Line($"Means     {request} in requests or without direction, {Word(rule.InResponse)} in responses")
            .Line($"Why       {rule.Why}")
            .Line($"Example   {rule.Example}")
            .Line($"Remedy    {rule.Remedy}")
            .ToString();
    }

    private static string RulesAsText(ConsoleText text)
    {
        string[] heads = ["rule", "area", "request, or none", "response", "example"];
        var table = new TextTable([.. heads.Select(head => new TextColumn(head))], text.Width);
        foreach (var rule in DiffRules.All)
        {
            table.Add([rule.Id, rule.Area, Word(rule.InRequest), Word(rule.InResponse), rule.Example]);
        }

        return text.Table(table.Print()).Line($"{DiffRules.All.Count} rules", Ink.Strong).ToString();
    }

    private static string Word(Severity? severity) => severity?.Word() ?? "-";

    private static JObject ToJson(DiffRule rule) =>
        new()
        {
            ["id"] = rule.Id,
            ["area"] = rule.Area,
            ["request"] = rule.InRequest?.Word(),
            ["response"] = rule.InResponse?.Word(),
            ["why"] = rule.Why,
            ["remedy"] = rule.Remedy,
            ["example"] = rule.Example,
        };
}
