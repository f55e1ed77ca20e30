using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// What an object must be where it has a certain property: dependentRequired, dependentSchemas, and dependencies, which
/// was both.
/// </summary>
internal sealed class Dependencies
{
    private readonly EffectiveSchema _schema;
    private readonly Dictionary<string, List<JToken>> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, JToken>> _required = new(StringComparer.Ordinal);

    private Dependencies(EffectiveSchema schema) => _schema = schema;

    /// <summary>Gets the properties that have a schema.</summary>
    public IReadOnlyCollection<string> WithSchema => _schemas.Keys;

    /// <summary>Reads the dependencies of a schema.</summary>
    public static Dependencies Of(EffectiveSchema schema)
    {
        var dependencies = new Dependencies(schema);
        foreach (var part in schema.Parts)
        {
            foreach (var keyword in (string[])["dependentRequired", "dependentSchemas", "dependencies"])
            {
                dependencies.Read(part[keyword]);
            }
        }

        return dependencies;
    }

    /// <summary>Gives what the object must be where it has a property, or null.</summary>
    public InnerSchema? SchemaOf(string property) =>
        _schemas.TryGetValue(property, out var values) ? InnerSchema.Of(_schema.Model, values) : null;

    /// <summary>
    /// Tells whether the schema of a property only requires others. Example: {required: [zip]}, which dependentRequired
    /// can say too.
    /// </summary>
    public bool OnlyRequires(string property) =>
        SchemaOf(property)?.Schema is { } schema
        && schema.Required.Count > 0
        && schema.Parts.All(part =>
            part.Properties().All(member => member.Name == "required" || SchemaKeywords.IsAnnotation(member.Name))
        );

    /// <summary>Lists which property requires which, and where that is said.</summary>
    public IEnumerable<(string Property, string Required, JToken Place)> Pairs() =>
        _required
            .SelectMany(entry => entry.Value.Select(needed => (entry.Key, needed.Key, needed.Value)))
            .Concat(
                _schemas
                    .Keys.Where(OnlyRequires)
                    .SelectMany(name =>
                        SchemaOf(name)!.Schema!.Required.Select(needed => (name, needed.Key, needed.Value))
                    )
            );

    /// <summary>
    /// Tells whether an object with one property has another. Example: a requires b, b requires c, so a requires c.
    /// </summary>
    public bool Requires(string property, string needed)
    {
        var seen = new HashSet<string>(_schema.Required.Keys, StringComparer.Ordinal) { property };
        var pending = new Stack<string>(seen);
        while (pending.TryPop(out var name))
        {
            if (name == needed)
            {
                return true;
            }

            var next = (_required.GetValueOrDefault(name)?.Keys ?? Enumerable.Empty<string>()).Concat(
                SchemaOf(name)?.Schema?.Required.Keys ?? []
            );
            foreach (var other in next.Where(seen.Add))
            {
                pending.Push(other);
            }
        }

        return false;
    }

    private void Read(JToken? map)
    {
        foreach (var entry in (map as JObject)?.Properties() ?? [])
        {
            if (entry.Value is JArray names)
            {
                ReadNames(entry.Name, names);
            }
            else
            {
                if (!_schemas.TryGetValue(entry.Name, out var values))
                {
                    _schemas[entry.Name] = values = [];
                }

                values.Add(entry.Value);
            }
        }
    }

    private void ReadNames(string property, JArray names)
    {
        if (!_required.TryGetValue(property, out var required))
        {
            _required[property] = required = new(StringComparer.Ordinal);
        }

        foreach (var name in names)
        {
            if (name is JValue { Value: string text })
            {
                required.TryAdd(text, name);
            }
        }
    }
}
