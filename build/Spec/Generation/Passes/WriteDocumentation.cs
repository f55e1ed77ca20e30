using System.Globalization;
using System.Security;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Writes the XML documentation: the description's own words where it has some, else our sentence, else one made from the facts; then the facts.</summary>
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

        foreach (var operation in context.Operations())
        {
            DocumentOperation(context, operation);
        }

        return _count;
    }

    private void DocumentModel(NormalisationContext context, string name, JObject schema)
    {
        var own = Sentence(schema);
        if (SchemaFacts.IsStringEnum(schema))
        {
            Write(
                schema,
                [
                    Summary(
                        own
                            ?? $"One of {((JArray)schema["enum"]!).Count} known values of {Spaced(name)}, or a value that was added later."
                    ),
                    .. Origin(schema),
                ]
            );
            return;
        }

        var rule =
            (bool?)schema[Keywords.ShapeUnion] is true ? $"One of several forms of {Spaced(name)}."
            : schema[Keywords.PageItem] is not null ? "One page of items, and the bookmark of the next."
            : $"{char.ToUpperInvariant(Spaced(name)[0])}{Spaced(name)[1..]}.";
        Write(schema, [Summary(own ?? rule), .. Origin(schema)]);
        foreach (var property in (schema["properties"] as JObject ?? []).Properties())
        {
            var value = (JObject)property.Value;
            var isRequired =
                schema["required"] is JArray required && required.Any(entry => (string?)entry == property.Name);
            var facts = Facts(context, value, isRequired).ToList();
            List<string> lines = [Summary(Sentence(value) ?? $"Gets or sets the member `{property.Name}`.")];
            if (facts.Count > 0)
            {
                lines.Add($"<value>{string.Join(' ', facts)}</value>");
            }

            Write(value, lines, Indent);
        }
    }

    private void DocumentOperation(NormalisationContext context, OperationNode operation)
    {
        var facts = catalogue.All.First(known => known.Id == (string?)operation.Node[Keywords.OperationId]);
        var (group, method) = (
            (string)operation.Node["tags"]![0]!,
            ((string)operation.Node[Keywords.Operation]!).Split('.')[1]
        );
        List<string> lines = [Summary(Sentence(operation.Node) ?? OperationSentence(group, method)), "<remarks>"];
        lines.Add(
            $"<para><c>{facts.Method} {Escape(facts.Path)}</c>, operation <c>{Escape(facts.Id)}</c>. {string.Join(' ', OperationFactSentences(facts))}</para>"
        );
        lines.Add("</remarks>");
        foreach (var parameter in operation.Parameters)
        {
            lines.Add(Parameter(context, parameter));
        }

        if (operation.Node["requestBody"] is not null)
        {
            lines.Add("<param name=\"body\">What to send.</param>");
        }

        lines.Add("<param name=\"cancellationToken\">Ends the call.</param>");
        lines.Add("<returns>What Pinterest replied.</returns>");
        var codes = string.Join(", ", facts.ErrorCodes.Where(code => code != "default"));
        lines.Add(
            $"<exception cref=\"PinterestApiException\">Pinterest replied with an error{(codes.Length > 0 ? $" (declared: {codes})" : "")}; the class says which.</exception>"
        );
        lines.Add(
            "<exception cref=\"PinterestConnectionException\">Pinterest could not be reached, or the connection broke.</exception>"
        );
        lines.Add("<exception cref=\"PinterestTimeoutException\">Pinterest did not reply in time.</exception>");
        Write(operation.Node, lines, Indent);
        if (operation.Node[Keywords.PageItem] is not null)
        {
            DocumentPager(operation.Node, lines);
        }
    }

    private static void DocumentPager(JObject operation, List<string> lines)
    {
        var parameters = lines.Where(line =>
            line.StartsWith("<param", StringComparison.Ordinal)
            && !line.Contains("\"cancellationToken\"", StringComparison.Ordinal)
        );
        List<string> pager =
        [
            $"<summary>Enumerates all items of <c>{Escape((string)operation[Keywords.OperationId]!)}</c>, page by page as they are asked for.</summary>",
            .. parameters,
            "<returns>The items; its AsPages gives the pages. An enumeration throws what the single call throws, and <see cref=\"PinterestPagingException\"/> when a bookmark repeats.</returns>",
        ];
        operation["x-csharp-pager-documentation"] = string.Join("\n", pager.Select(line => $"{Indent}/// {line}"));
    }

    private static IEnumerable<string> OperationFactSentences(OperationFacts facts)
    {
        foreach (var alternative in facts.Security)
        {
            yield return alternative.Scopes.Count == 0
                ? $"Authentication: {alternative.Scheme}."
                : $"Authentication: {alternative.Scheme} with the scopes {string.Join(", ", alternative.Scopes)}.";
        }

        if (facts.RateCategory is not null)
        {
            yield return $"Rate category: {facts.RateCategory}.";
        }

        if (facts.IsInSandbox is { } isInSandbox)
        {
            yield return isInSandbox ? "Works in Pinterest's sandbox." : "Does not work in Pinterest's sandbox.";
        }

        if (facts.IsPaged)
        {
            yield return facts.MaximumPageSize is { } maximum ? $"Paged, up to {maximum} items a page." : "Paged.";
        }

        if (facts.IsDeprecated)
        {
            yield return "Deprecated.";
        }
    }

    private static string Parameter(NormalisationContext context, JObject parameter)
    {
        var facts = parameter["schema"] is JObject schema
            ? Facts(context, schema, (bool?)parameter["required"] is true)
            : [];
        var text = Sentence(parameter) is { } own
            ? Text(own)
            : $"The parameter <c>{Escape((string)parameter["name"]!)}</c>.";
        return $"<param name=\"{parameter["x-originalName"]}\">{string.Join(' ', facts.Prepend(text))}</param>";
    }

    private static IEnumerable<string> Facts(NormalisationContext context, JObject schema, bool isRequired)
    {
        var target = context.Resolve(schema);
        if (isRequired)
        {
            yield return "Required.";
        }

        if ((bool?)schema["readOnly"] is true)
        {
            yield return "Set by Pinterest, not by a caller.";
        }

        if (target[Keywords.Constant] is { } constant)
        {
            yield return $"Always <c>{Escape((string)constant!)}</c>.";
        }

        if (target["default"] is JValue { Type: not JTokenType.Null } standard)
        {
            yield return $"Pinterest's default is <c>{Escape(Invariant(standard))}</c>.";
        }

        if (Range(target, "Length", "characters") is { } length)
        {
            yield return length;
        }

        if (Range(target, "Items", "items") is { } items)
        {
            yield return items;
        }

        if (target["minimum"] is { } minimum)
        {
            yield return $"At least {Invariant(minimum)}.";
        }

        if (target["maximum"] is { } maximum)
        {
            yield return $"At most {Invariant(maximum)}.";
        }

        if (target["pattern"] is { } pattern)
        {
            yield return $"Matches <c>{Escape((string)pattern!)}</c>.";
        }

        if ((bool?)schema["deprecated"] is true)
        {
            yield return "Deprecated.";
        }
    }

    private static string? Range(JObject schema, string what, string unit) =>
        (schema["min" + what], schema["max" + what]) switch
        {
            (null, null) => null,
            ({ } from, null) => $"At least {Invariant(from)} {unit}.",
            (null, { } to) => $"At most {Invariant(to)} {unit}.",
            ({ } from, { } to) => $"{Invariant(from)} to {Invariant(to)} {unit}.",
        };

    private static string OperationSentence(string group, string method)
    {
        var words = Words.Split(method).Select(word => word.ToLowerInvariant()).ToList();
        var verb = words[0] switch
        {
            "analytics" => "Gets analytics of",
            var w when w.EndsWith('s') || w.EndsWith("sh", StringComparison.Ordinal) => char.ToUpperInvariant(w[0])
                + w[1..]
                + "es",
            var w => char.ToUpperInvariant(w[0]) + w[1..] + "s",
        };
        return words.Count == 1
            ? $"{verb} {Spaced(group)}."
            : $"{verb} {string.Join(' ', words.Skip(1))} ({Spaced(group)}).";
    }

    private static IEnumerable<string> Origin(JObject schema) =>
        Places.Of(schema) is { } place ? [$"<remarks>In the description: <c>{Escape(place)}</c>.</remarks>"] : [];

    // The upstream text stands under description when the build uses a file with prose; ours is the overlay's.
    private static string? Sentence(JObject node) =>
        (string?)node["description"] is { Length: > 0 } prose && prose != "Response."
            ? prose
            : (string?)node[Keywords.Summary];

    private static string Summary(string text) => $"<summary>{Text(text)}</summary>";

    // In our sentences `x` is code.
    private static string Text(string text)
    {
        var parts = Escape(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Split('`');
        return parts.Length % 2 == 0
            ? string.Join('\'', parts)
            : string.Concat(parts.Select((part, i) => i % 2 == 1 ? $"<c>{part}</c>" : part));
    }

    private static string Spaced(string name) =>
        string.Join(' ', Words.Split(name).Select(word => word.ToLowerInvariant()));

    private static string Invariant(JToken value) =>
        Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture)!;

    private static string Escape(string text) =>
        SecurityElement
            .Escape(text)
            .Replace("&apos;", "'", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal);

    // The lines as they stand in C#, members indented, so that a template only prints them.
    private void Write(JObject node, List<string> lines, string indent = "")
    {
        node.Remove("description");
        node.Remove("summary");
        node[Keywords.Documentation] = string.Join("\n", lines.Select(line => $"{indent}/// {line}"));
        _count++;
    }
}
