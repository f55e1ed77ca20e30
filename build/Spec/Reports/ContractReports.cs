using System.Globalization;
using System.Text;
using System.Xml;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Prints how contracts fared.</summary>
internal static class ContractReports
{
    private const int Schema = 1;
    private const int LongestValue = 120;

    /// <summary>Gets the forms.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "junit", "markdown"];

    /// <summary>Prints a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="SpecException">There is no such form.</exception>
    public static string Print(ContractResult result, string format)
    {
        ArgumentNullException.ThrowIfNull(result);
        return format switch
        {
            "text" => ToText(result),
            "json" => ToJson(result).ToString(Newtonsoft.Json.Formatting.Indented),
            "junit" => ToJUnit(result),
            "markdown" => ToMarkdown(result),
            _ => throw new SpecException(format, "There is no such form.", $"Use one of {string.Join(", ", Formats)}."),
        };
    }

    private static string ToText(ContractResult result)
    {
        var text = new StringBuilder();
        foreach (var problem in result.Problems)
        {
            text.Append("PROBLEM  ").Append(Clean(problem)).Append('\n');
        }

        foreach (
            var interaction in result.Interactions.Where(interaction =>
                interaction.Outcome is not ContractOutcome.Passed
            )
        )
        {
            text.Append(interaction.Outcome.ToString().ToUpperInvariant().PadRight(9))
                .Append(Clean(interaction.Description))
                .Append(interaction.OperationId is { } id ? $" ({id})" : "")
                .Append(interaction.Reason is { } reason ? $": {reason}" : "")
                .Append('\n');
            foreach (var problem in interaction.Problems)
            {
                text.Append("    ")
                    .Append(Clean(problem.Place))
                    .Append(": ")
                    .Append(Clean(problem.Message))
                    .Append('\n');
                if (problem.Expected.Length + problem.Actual.Length > 0)
                {
                    text.Append("        expected ")
                        .Append(Value(problem.Expected))
                        .Append(", actual ")
                        .Append(Value(problem.Actual))
                        .Append('\n');
                }
            }
        }

        if (result.Interactions.Count == 0)
        {
            text.Append("Nothing was verified.\n");
        }

        return text.Append(result.Summary).ToString();
    }

    private static JObject ToJson(ContractResult result) =>
        new()
        {
            ["schema"] = Schema,
            ["against"] = result.Against,
            ["failed"] = result.HasFailed,
            ["summary"] = new JObject
            {
                ["interactions"] = result.Interactions.Count,
                ["passed"] = result.Count(ContractOutcome.Passed),
                ["failed"] = result.Count(ContractOutcome.Failed),
                ["skipped"] = result.Count(ContractOutcome.Skipped),
            },
            ["problems"] = new JArray(result.Problems),
            ["interactions"] = new JArray(
                result.Interactions.Select(interaction => new JObject
                {
                    ["consumer"] = interaction.Consumer,
                    ["provider"] = interaction.Provider,
                    ["file"] = interaction.File,
                    ["description"] = interaction.Description,
                    ["operation"] = interaction.OperationId,
                    ["outcome"] = interaction.Outcome.ToString().ToLowerInvariant(),
                    ["reason"] = interaction.Reason,
                    ["problems"] = new JArray(
                        interaction.Problems.Select(problem => new JObject
                        {
                            ["place"] = problem.Place,
                            ["expected"] = problem.Expected,
                            ["actual"] = problem.Actual,
                            ["message"] = problem.Message,
                        })
                    ),
                })
            ),
        };

    private static string ToMarkdown(ContractResult result)
    {
        var text = new StringBuilder($"## {(result.HasFailed ? "🔴" : "🟢")} {Escape(result.Summary)}\n\n");
        foreach (var problem in result.Problems)
        {
            text.Append($"- **{Escape(problem)}**\n");
        }

        foreach (
            var interaction in result.Interactions.Where(interaction =>
                interaction.Outcome is not ContractOutcome.Passed
            )
        )
        {
            text.Append(
                $"- **{interaction.Outcome.ToString().ToLowerInvariant()}** {Escape(interaction.Description)}{(interaction.Reason is { } reason ? $": {Escape(reason)}" : "")}\n"
            );
            foreach (var problem in interaction.Problems)
            {
                text.Append(
                    $"  - {Escape(problem.Place)}: {Escape(problem.Message)}{(problem.Expected.Length > 0 ? $" (expected {Escape(Value(problem.Expected))}{(problem.Actual.Length > 0 ? $", actual {Escape(Value(problem.Actual))}" : "")})" : "")}\n"
                );
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string ToJUnit(ContractResult result)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("testsuite");
            writer.WriteAttributeString("name", Clean($"contracts against {result.Against}"));
            writer.WriteAttributeString(
                "tests",
                (result.Interactions.Count + result.Problems.Count).ToString(CultureInfo.InvariantCulture)
            );
            writer.WriteAttributeString(
                "failures",
                (result.Count(ContractOutcome.Failed) + result.Problems.Count).ToString(CultureInfo.InvariantCulture)
            );
            writer.WriteAttributeString(
                "skipped",
                result.Count(ContractOutcome.Skipped).ToString(CultureInfo.InvariantCulture)
            );
            foreach (var problem in result.Problems)
            {
                WriteCase(writer, result.Against, "verification", "failure", problem);
            }

            foreach (var interaction in result.Interactions)
            {
                var (element, why) = interaction.Outcome switch
                {
                    ContractOutcome.Failed => (
                        "failure",
                        string.Join('\n', interaction.Problems.Select(problem => $"{problem.Place}: {problem.Message}"))
                    ),
                    ContractOutcome.Skipped => ("skipped", interaction.Reason ?? ""),
                    _ => (null, ""),
                };
                WriteCase(writer, interaction.Consumer, interaction.Description, element, why);
            }

            writer.WriteEndElement();
        }

        return text.ToString();
    }

    private static void WriteCase(XmlWriter writer, string group, string name, string? element, string why)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", Clean(group));
        writer.WriteAttributeString("name", Clean(name));
        if (element is not null)
        {
            writer.WriteStartElement(element);
            writer.WriteAttributeString("message", Clean(why));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string Value(string value) =>
        value.Length == 0 ? "nothing" : Clean(value.Length > LongestValue ? value[..LongestValue] + "…" : value);

    // What XML cannot hold and what would move a terminal's cursor.
    private static string Clean(string text) =>
        string.Concat(
            text.Select(letter =>
                letter is '\n' or '\t' ? ' '
                : char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\uFFFE' or '\uFFFF' ? '\uFFFD'
                : letter
            )
        );

    private static string Escape(string text) => Markdown.Escape(text);
}
