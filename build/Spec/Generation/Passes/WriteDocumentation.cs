using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Documentation;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Writes the XML documentation. A summary is the description's own text, or our sentence, or one made from the
/// names. The facts follow it.
/// </summary>
internal sealed class WriteDocumentation(OperationCatalogue catalogue) : IPass
{
    private const string Indent = "    ";

    private int _count;

    public string Name => "documentation written";

    public int Run(NormalisationContext context)
    {
        _count = 0;
        foreach (var (name, schema) in context.Components())
        {
            DocumentModel(context, name, schema);
        }

        var known = catalogue.All.ToDictionary(facts => facts.Id, StringComparer.Ordinal);
        foreach (var operation in context.Operations())
        {
            DocumentOperation(context, operation, known[(string)operation.Node[Keywords.OperationId]!]);
        }

        return _count;
    }

    private void DocumentModel(NormalisationContext context, string name, JObject schema)
    {
        Write(schema, [XmlText.Summary(XmlText.Sentence(schema) ?? ModelSentence(name, schema)), .. Origin(schema)]);
        if (SchemaFacts.IsStringEnum(schema))
        {
            return;
        }

        var required = (schema["required"] as JArray ?? []).Select(entry => (string?)entry).ToHashSet();
        foreach (var property in (schema["properties"] as JObject ?? []).Properties())
        {
            DocumentMember(context, property, required.Contains(property.Name));
        }
    }

    private static string ModelSentence(string name, JObject schema)
    {
        var words = XmlText.Spaced(name);
        if (SchemaFacts.IsStringEnum(schema))
        {
            var count = ((JArray)schema["enum"]!).Count;
            return $"One of {count} known values of {words}, or a value that was added later.";
        }

        if (schema[Keywords.ShapeUnion].IsTrue())
        {
            return $"One of several forms of {words}.";
        }

        return schema[Keywords.PageItem] is null
            ? $"{XmlText.Capital(words)}."
            : "One page of items, and the bookmark of the next.";
    }

    private void DocumentMember(NormalisationContext context, JProperty property, bool isRequired)
    {
        var value = (JObject)property.Value;
        var facts = string.Join(' ', SchemaSentences.Of(context, value, isRequired));
        List<string> lines =
        [
            XmlText.Summary(XmlText.Sentence(value) ?? $"Gets or sets the member `{property.Name}`."),
        ];
        if (facts.Length > 0)
        {
            lines.Add($"<value>{facts}</value>");
        }

        Write(value, lines, Indent);
    }

    private void DocumentOperation(NormalisationContext context, OperationNode operation, OperationFacts facts)
    {
        var names = ((string)operation.Node[Keywords.Operation]!).Split('.');
        var parameters = operation.OwnParameters.Select(parameter => Parameter(context, parameter)).ToList();
        if (operation.Node["requestBody"] is not null)
        {
            parameters.Add("<param name=\"body\">What to send.</param>");
        }

        var sentence = XmlText.Sentence(operation.Node) ?? OperationSentences.Summary(names[0], names[1]);
        Write(
            operation.Node,
            [
                XmlText.Summary(sentence),
                "<remarks>",
                $"<para><c>{facts.Method} {XmlText.Escape(facts.Path)}</c>, operation <c>{XmlText.Escape(facts.Id)}</c>. "
                    + $"{string.Join(' ', OperationSentences.Facts(facts))}</para>",
                "</remarks>",
                .. parameters,
                "<param name=\"cancellationToken\">Ends the call.</param>",
                "<returns>What Pinterest replied.</returns>",
                .. Exceptions(facts),
            ],
            Indent
        );
        if (operation.Node[Keywords.PageItem] is not null)
        {
            DocumentPager(operation.Node, parameters);
        }
    }

    private static IEnumerable<string> Exceptions(OperationFacts facts)
    {
        var codes = string.Join(", ", facts.ErrorCodes.Where(code => code != "default"));
        var declared = codes.Length > 0 ? $" (declared: {codes})" : "";
        return
        [
            $"<exception cref=\"PinterestApiException\">Pinterest replied with an error{declared}; the class says which.</exception>",
            "<exception cref=\"PinterestConnectionException\">"
                + "Pinterest could not be reached, or the connection broke.</exception>",
            "<exception cref=\"PinterestTimeoutException\">Pinterest did not reply in time.</exception>",
        ];
    }

    private static void DocumentPager(JObject operation, IEnumerable<string> parameters) =>
        operation[Keywords.PagerDocumentation] = XmlText.Comment(
            [
                $"<summary>Enumerates all items of <c>{XmlText.Escape((string)operation[Keywords.OperationId]!)}</c>, "
                    + "page by page as they are asked for.</summary>",
                .. parameters,
                "<returns>The items; its AsPages gives the pages. An enumeration throws what the single call throws, "
                    + "and <see cref=\"PinterestPagingException\"/> when a bookmark repeats.</returns>",
            ],
            Indent
        );

    private static string Parameter(NormalisationContext context, JObject parameter)
    {
        var isRequired = parameter["required"].IsTrue();
        var facts = parameter["schema"] is JObject schema ? SchemaSentences.Of(context, schema, isRequired) : [];
        var text = XmlText.Sentence(parameter) is { } own
            ? XmlText.Format(own)
            : $"The parameter <c>{XmlText.Escape((string)parameter["name"]!)}</c>.";
        return $"<param name=\"{parameter["x-originalName"]}\">{string.Join(' ', facts.Prepend(text))}</param>";
    }

    private static IEnumerable<string> Origin(JObject schema) =>
        Places.Of(schema) is { } place
            ? [$"<remarks>In the description: <c>{XmlText.Escape(place)}</c>.</remarks>"]
            : [];

    // The lines are written as they stand in C#, members indented, so that a template only prints them.
    private void Write(JObject node, List<string> lines, string indent = "")
    {
        node.Remove("description");
        node.Remove("summary");
        node[Keywords.Documentation] = XmlText.Comment(lines, indent);
        _count++;
    }
}
