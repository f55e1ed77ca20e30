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
        var uses = new SchemaUses(context);
        foreach (var (name, schema) in context.Components())
        {
            DocumentModel(context, name, schema, uses);
        }

        var known = catalogue.All.ToDictionary(facts => facts.Id, StringComparer.Ordinal);
        foreach (var operation in context.Operations())
        {
            DocumentOperation(context, operation, known[(string)operation.Node[Keywords.OperationId]!]);
        }

        return _count;
    }

    private void DocumentModel(NormalisationContext context, string name, JObject schema, SchemaUses uses)
    {
        Write(
            schema,
            [XmlText.Summary(Phrases.Own(schema) ?? ModelSentence(name, schema)), .. Remarks(schema, uses.Of(name))]
        );
        if (SchemaFacts.IsStringEnum(schema))
        {
            return;
        }

        var required = (schema["required"] as JArray ?? []).Select(entry => (string?)entry).ToHashSet();
        foreach (var property in (schema["properties"] as JObject ?? []).Properties())
        {
            DocumentMember(context, name, property, required.Contains(property.Name));
        }
    }

    private static string ModelSentence(string name, JObject schema)
    {
        var words = Phrases.Spaced(name);
        if (SchemaFacts.IsStringEnum(schema))
        {
            var count = ((JArray)schema["enum"]!).Count;
            return count == 1
                ? $"The one known value of {words}, or a value that Pinterest added later."
                : $"One of {count} known values of {words}, or a value that Pinterest added later.";
        }

        if (schema[Keywords.ShapeUnion].IsTrue())
        {
            return $"One of several variants of {words}.";
        }

        return schema[Keywords.PageItem] is null
            ? $"{Phrases.Capital(words)}."
            : "One page of items, and the bookmark of the next.";
    }

    private void DocumentMember(NormalisationContext context, string model, JProperty property, bool isRequired)
    {
        var value = (JObject)property.Value;
        var facts = SchemaSentences.Of(context, property.Name, value, isRequired).ToList();
        var sentence = Phrases.Own(value) ?? MemberSentences.Member(context, model, property.Name, value);
        List<XmlText> lines = [XmlText.Summary(sentence)];
        if (facts.Count > 0)
        {
            lines.Add(XmlText.Of($"<value>{XmlText.Join(facts)}</value>"));
        }

        Write(value, lines, Indent);
    }

    private void DocumentOperation(NormalisationContext context, OperationNode operation, OperationFacts facts)
    {
        var names = ((string)operation.Node[Keywords.Operation]!).Split('.');
        var parameters = operation
            .OwnParameters.Where(parameter => parameter[Keywords.OptionName] is null)
            .Select(parameter => Parameter(context, parameter))
            .ToList();
        if (operation.Node["requestBody"] is not null)
        {
            parameters.Add(XmlText.Of($"<param name=\"body\">The body of the request.</param>"));
        }

        if ((string?)operation.Node[Keywords.Options] is not null)
        {
            DocumentOptions(context, operation, facts);
            parameters.Add(XmlText.Of($"<param name=\"options\">The optional parameters; null for none.</param>"));
        }

        var sentence = Phrases.Own(operation.Node) ?? OperationSentences.Summary(names[0], names[1]);
        Write(
            operation.Node,
            [
                XmlText.Summary(sentence),
                XmlText.Of($"<remarks>"),
                XmlText.Of(
                    $"<para><c>{facts.Method} {facts.Path}</c>, operation <c>{facts.Id}</c>. "
                        + $"{XmlText.Join(OperationSentences.Facts(facts))}</para>"
                ),
                XmlText.Of($"</remarks>"),
                .. parameters,
                XmlText.Of($"<param name=\"cancellationToken\">Ends the call.</param>"),
                XmlText.Of($"<returns>The response of Pinterest.</returns>"),
                .. Exceptions(facts),
            ],
            Indent
        );
        if (operation.Node[Keywords.PageItem] is not null)
        {
            DocumentPager(operation.Node, facts.Id, parameters);
        }
    }

    private static IEnumerable<XmlText> Exceptions(OperationFacts facts)
    {
        var codes = string.Join(", ", facts.ErrorCodes.Where(code => code != "default"));
        var declared = codes.Length > 0 ? $" (declared: {codes})" : "";
        return
        [
            XmlText.Of(
                $"<exception cref=\"PinterestApiException\">Pinterest returned an error{declared}. The class of "
                    + $"the exception says which.</exception>"
            ),
            XmlText.Of(
                $"<exception cref=\"PinterestConnectionException\">Pinterest could not be reached, or the connection broke.</exception>"
            ),
            XmlText.Of($"<exception cref=\"PinterestTimeoutException\">Pinterest did not respond in time.</exception>"),
        ];
    }

    private static void DocumentPager(JObject operation, string id, IEnumerable<XmlText> parameters) =>
        operation[Keywords.PagerDocumentation] = XmlText.Comment(
            [
                XmlText.Of(
                    $"<summary>Enumerates all items of <c>{id}</c>, and requests each page when it is needed.</summary>"
                ),
                .. parameters,
                XmlText.Of($"<param name=\"cancellationToken\">Ends the enumeration.</param>"),
                XmlText.Of(
                    $"<returns>The items. AsPages returns the pages. The enumeration throws the exceptions of the "
                        + $"single call. "
                        + $"It throws <see cref=\"PinterestPagingException\"/> when Pinterest repeats a "
                        + $"bookmark.</returns>"
                ),
            ],
            Indent
        );

    private void DocumentOptions(NormalisationContext context, OperationNode operation, OperationFacts facts)
    {
        operation.Node[Keywords.OptionsDocumentation] = XmlText.Comment(
            [
                XmlText.Of(
                    $"<summary>The optional parameters of <c>{facts.Id}</c>. A parameter that is null is not sent.</summary>"
                ),
            ],
            ""
        );
        foreach (
            var parameter in operation.OwnParameters.Where(parameter => parameter[Keywords.OptionName] is not null)
        )
        {
            parameter[Keywords.Documentation] = XmlText.Comment(
                [XmlText.Of($"<summary>{XmlText.Join(Sentences(context, parameter))}</summary>")],
                Indent
            );
            _count++;
        }
    }

    private static XmlText Parameter(NormalisationContext context, JObject parameter)
    {
        var name = (string)parameter[Keywords.ParameterName]!;
        return XmlText.Of($"<param name=\"{name}\">{XmlText.Join(Sentences(context, parameter))}</param>");
    }

    private static IEnumerable<XmlText> Sentences(NormalisationContext context, JObject parameter)
    {
        var isRequired = parameter["required"].IsTrue();
        var schema = parameter["schema"] as JObject ?? [];
        var wireName = (string)parameter["name"]!;
        var facts = SchemaSentences.Of(context, wireName, schema, isRequired);
        var text = XmlText.Prose(Phrases.Own(parameter) ?? MemberSentences.Parameter(context, wireName, schema));
        return facts.Prepend(text);
    }

    private static IEnumerable<XmlText> Remarks(JObject schema, IEnumerable<XmlText> uses)
    {
        List<XmlText> sentences = [.. uses];
        if (Places.Of(schema) is { } place)
        {
            sentences.Add(XmlText.Of($"In the description: <c>{place}</c>."));
        }

        return sentences.Count == 0 ? [] : [XmlText.Of($"<remarks>{XmlText.Join(sentences)}</remarks>")];
    }

    // The lines are written as they stand in C#, members indented, so that a template only prints them.
    private void Write(JObject node, List<XmlText> lines, string indent = "")
    {
        node.Remove("description");
        node.Remove("summary");
        node[Keywords.Documentation] = XmlText.Comment(lines, indent);
        _count++;
    }
}
