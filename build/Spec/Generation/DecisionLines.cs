using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// A file of decisions, one a line: the id of a place in the description, and the text that is written there. The ids
/// are <c>operations/OPERATIONID</c>, <c>tags/TAG</c>, <c>parameters/PARAMETER</c> (a shared parameter),
/// <c>schemas/SCHEMA</c> and <c>schemas/SCHEMA/PROPERTY</c>.
/// </summary>
internal sealed class DecisionLines
{
    private readonly JObject _lines;
    private readonly string _file;
    private readonly (string Kind, string Keyword)[] _keywords;

    private DecisionLines(JObject lines, string file, (string Kind, string Keyword)[] keywords)
    {
        _lines = lines;
        _file = file;
        _keywords = keywords;
    }

    /// <summary>Gets a file without a line.</summary>
    public static DecisionLines Empty { get; } = new([], "no file", []);

    /// <summary>Reads the lines.</summary>
    /// <param name="bytes">A JSON object.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="keywords">The kinds of ids that the file may have, each with the keyword that is written.</param>
    /// <exception cref="SpecException">The bytes are no such object, or an id is of another kind.</exception>
    public static DecisionLines Parse(byte[] bytes, string file, params (string Kind, string Keyword)[] keywords)
    {
        var lines = new DecisionLines(DescriptionReader.Parse(bytes, file), file, keywords);
        foreach (var line in lines._lines.Properties().Where(line => lines.Keyword(line.Name) is null))
        {
            var kinds = keywords.Select(keyword => keyword.Kind + "/").ToList();
            throw lines.Error(
                line,
                $"The id '{line.Name}' has an unknown kind.",
                $"Begin it with {string.Join(", ", kinds[..^1])} or {kinds[^1]}."
            );
        }

        return lines;
    }

    /// <summary>Holds each text against a rule.</summary>
    /// <param name="isValid">The rule.</param>
    /// <param name="problem">What is wrong, by the id.</param>
    /// <param name="remedy">What to do.</param>
    /// <exception cref="SpecException">A line has no text, or one that breaks the rule.</exception>
    public void Require(Func<string, bool> isValid, Func<string, string> problem, string remedy)
    {
        foreach (var line in _lines.Properties())
        {
            if (line.Value is not JValue { Value: string text } || !isValid(text))
            {
                throw Error(line, problem(line.Name), remedy);
            }
        }
    }

    /// <summary>Writes each text as a keyword of the place that its id names, where the passes find it.</summary>
    /// <param name="document">The document to change.</param>
    /// <param name="stale">Is told each line whose id names nothing. Such a line is left out.</param>
    /// <param name="successors">What stands for what an id named in the release before; it is proposed.</param>
    /// <returns>How many places were changed.</returns>
    public int Apply(JObject document, Action<OpenDecision> stale, Successors successors)
    {
        var operations = OperationNodes.Supported(document).ToList();
        var changed = 0;
        foreach (var line in _lines.Properties())
        {
            var targets = Targets(document, operations, line.Name).ToList();
            if (targets.Count == 0)
            {
                stale(Stale(document, line, successors));
            }

            foreach (var target in targets)
            {
                target[Keyword(line.Name)!] = line.Value.DeepClone();
            }

            changed += targets.Count;
        }

        return changed;
    }

    private OpenDecision Stale(JObject document, JProperty line, Successors successors)
    {
        var open = new OpenDecision(
            JsonPointer.Place(_file, line.Value),
            $"The id '{line.Name}' names nothing in the description.",
            "Remove the line, or correct the id."
        );
        return NewId(document, line.Name, successors) is { } id
            ? open with
            {
                File = $"openapi/{Path.GetFileName(_file)}",
                Proposal = new JObject { [id] = line.Value },
            }
            : open;
    }

    // What was renamed has a successor; a member may have moved into a part of the schema.
    private static string? NewId(JObject document, string id, Successors successors)
    {
        var name = id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (Kind(id) == "parameters")
        {
            return successors.Parameters.TryGetValue(name, out var parameter) ? $"parameters/{parameter}" : null;
        }

        if (Kind(id) != "schemas")
        {
            return null;
        }

        var steps = name.Split('/', 2);
        var schema = successors.Schemas.GetValueOrDefault(steps[0], steps[0]);
        if (steps is [_, var property])
        {
            return OwnerOf(document, schema, property) is { } owner ? $"schemas/{owner}/{property}" : null;
        }

        return schema == steps[0] ? null : $"schemas/{schema}";
    }

    private static string? OwnerOf(JObject document, string schema, string property)
    {
        var found = Component(document, "schemas", schema);
        if (found.Member("properties").Member(property) is not null)
        {
            return schema;
        }

        return (found.Member("allOf") as JArray ?? [])
            .OfType<JObject>()
            .Select(References.SchemaName)
            .OfType<string>()
            .FirstOrDefault(part =>
                Component(document, "schemas", part).Member("properties").Member(property) is not null
            );
    }

    // An operationId may hold slashes; the name of a schema may not, so what follows it is the property.
    private static IEnumerable<JObject> Targets(JObject document, List<OperationNode> operations, string id)
    {
        var name = id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        switch (Kind(id))
        {
            case "operations":
                return operations.Where(operation => operation.Id == name).Select(operation => operation.Node);
            case "tags":
                return operations.Where(operation => operation.Tag == name).Select(operation => operation.Node);
            case "parameters":
                return Component(document, "parameters", name) is JObject parameter ? [parameter] : [];
            default:
                var steps = name.Split('/', 2);
                var schema = Component(document, "schemas", steps[0]);
                return steps is [_, var property]
                    ? WithParts(schema).Select(part => part.Member("properties").Member(property)).OfType<JObject>()
                    : new[] { schema }.OfType<JObject>();
        }
    }

    // A schema may be made of parts that have no name of their own; what they have is the schema's.
    private static IEnumerable<JToken?> WithParts(JToken? schema) =>
        (schema.Member("allOf") as JArray ?? []).Where(part => part.Member("$ref") is null).Prepend(schema!);

    private static JToken? Component(JObject document, string section, string name) =>
        document["components"].Member(section).Member(name);

    private static string Kind(string id) => id.Split('/')[0];

    private string? Keyword(string id) =>
        _keywords.FirstOrDefault(keyword => keyword.Kind == Kind(id)) is { Keyword: { } known } ? known : null;

    private SpecException Error(JProperty line, string problem, string remedy) =>
        new(JsonPointer.Place(_file, line.Value), problem, remedy);
}
