using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

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
                $"The id '{line.Name}' is of no known kind.",
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
    /// <param name="requireMatch">Whether an id that names nothing is an error.</param>
    /// <returns>How many places were changed.</returns>
    /// <exception cref="SpecException">An id names nothing although it must.</exception>
    public int Apply(JObject document, bool requireMatch)
    {
        var operations = OperationNodes.Supported(document).ToList();
        var changed = 0;
        foreach (var line in _lines.Properties())
        {
            var targets = Targets(document, operations, line.Name).ToList();
            if (targets.Count == 0 && requireMatch)
            {
                throw Error(
                    line,
                    $"The id '{line.Name}' names nothing in the description.",
                    "Remove the line, or correct the id."
                );
            }

            foreach (var target in targets)
            {
                target[Keyword(line.Name)!] = line.Value.DeepClone();
            }

            changed += targets.Count;
        }

        return changed;
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
                var target = steps is [_, var property] ? schema.Member("properties").Member(property) : schema;
                return target is JObject found ? [found] : [];
        }
    }

    private static JToken? Component(JObject document, string section, string name) =>
        document["components"].Member(section).Member(name);

    private static string Kind(string id) => id.Split('/')[0];

    private string? Keyword(string id) =>
        _keywords.FirstOrDefault(keyword => keyword.Kind == Kind(id)) is { Keyword: { } known } ? known : null;

    private SpecException Error(JProperty line, string problem, string remedy) =>
        new(JsonPointer.Place(_file, line.Value), problem, remedy);
}
