using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// C# names that people chose, by what they name (<c>openapi/names.json</c>). The ids are
/// <c>operations/OPERATIONID</c> for a method, <c>tags/TAG</c> for a group, <c>schemas/SCHEMA</c> for a model and
/// <c>schemas/SCHEMA/PROPERTY</c> for a member. Example: <c>"operations/pins/analytics": "GetAnalytics"</c>. A name
/// that needs a reason is an action of the overlay.
/// </summary>
internal sealed partial class ChosenNames
{
    private readonly JObject _names;
    private readonly string _file;

    private ChosenNames(JObject names, string file)
    {
        _names = names;
        _file = file;
    }

    /// <summary>Gets a choice of no names.</summary>
    public static ChosenNames Empty { get; } = new([], "no names");

    /// <summary>Reads the names, or gives none when the file does not exist.</summary>
    /// <exception cref="SpecException">The file does not map ids to C# names.</exception>
    public static ChosenNames ReadIfPresent(string path) =>
        File.Exists(path) ? Parse(File.ReadAllBytes(path), path) : Empty;

    /// <summary>Reads the names from bytes.</summary>
    /// <param name="bytes">A JSON object.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="SpecException">The bytes do not map ids to C# names.</exception>
    public static ChosenNames Parse(byte[] bytes, string file)
    {
        var names = DescriptionReader.Parse(bytes, file);
        foreach (var entry in names.Properties())
        {
            if (entry.Value is not JValue { Value: string name } || !Identifier().IsMatch(name))
            {
                throw new SpecException(
                    JsonPointer.Place(file, entry.Value),
                    $"The name of '{entry.Name}' is not a C# identifier.",
                    "Write \"ID\": \"Name\", with letters and digits only."
                );
            }

            if (Kind(entry.Name) is null)
            {
                throw new SpecException(
                    JsonPointer.Place(file, entry.Value),
                    $"The id '{entry.Name}' is of no known kind.",
                    "Begin it with operations/, tags/ or schemas/."
                );
            }
        }

        return new ChosenNames(names, file);
    }

    /// <summary>Writes each name as a keyword of what it names, where the passes find it.</summary>
    /// <param name="document">The document to change.</param>
    /// <param name="requireMatch">Whether an id that names nothing is an error.</param>
    /// <returns>How many places were changed.</returns>
    /// <exception cref="SpecException">An id names nothing although it must.</exception>
    public int Apply(JObject document, bool requireMatch)
    {
        var operations = OperationNodes.Supported(document).ToList();
        var changed = 0;
        foreach (var entry in _names.Properties())
        {
            var targets = Targets(document, operations, entry.Name).ToList();
            if (targets.Count == 0 && requireMatch)
            {
                throw new SpecException(
                    JsonPointer.Place(_file, entry.Value),
                    $"The id '{entry.Name}' names nothing in the description.",
                    "Remove the line, or correct the id."
                );
            }

            foreach (var target in targets)
            {
                target[Kind(entry.Name)!] = entry.Value.DeepClone();
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
            case Keywords.Method:
                return operations.Where(operation => operation.Id == name).Select(operation => operation.Node);
            case Keywords.Group:
                return operations.Where(operation => operation.Tag == name).Select(operation => operation.Node);
            default:
                var steps = name.Split('/', 2);
                var schema = document["components"].Member("schemas").Member(steps[0]);
                var target = steps is [_, var property] ? schema.Member("properties").Member(property) : schema;
                return target is JObject found ? [found] : [];
        }
    }

    private static string? Kind(string id) =>
        id.Split('/')[0] switch
        {
            "operations" => Keywords.Method,
            "tags" => Keywords.Group,
            "schemas" => Keywords.Name,
            _ => null,
        };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
