using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// What an object must be where it has a certain property: dependentRequired, dependentSchemas, dependencies, which was
/// both, and a condition (if, then) that asks for the property only. Such a condition counts where one of the two sides
/// has a dependency of that property, so that a condition is held against a condition otherwise.
/// </summary>
internal sealed class Dependencies
{
    private static readonly string[] Keywords = ["dependentRequired", "dependentSchemas", "dependencies"];

    private readonly EffectiveSchema _schema;
    private readonly Dictionary<string, List<JToken>> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, JToken>> _required = new(StringComparer.Ordinal);

    private Dependencies(EffectiveSchema schema) => _schema = schema;

    /// <summary>Gets the properties that have a schema.</summary>
    public IReadOnlyCollection<string> WithSchema => _schemas.Keys;

    /// <summary>Lists the properties that a dependency of one of two schemas speaks of.</summary>
    public static IReadOnlySet<string> Names(Sides<EffectiveSchema> schemas) =>
        new[] { schemas.Base, schemas.Revision }
            .SelectMany(schema => Keywords.SelectMany(schema.Keywords))
            .OfType<JObject>()
            .SelectMany(map => map.Properties())
            .Select(entry => entry.Name)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads the dependencies of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="names">The properties whose conditions count as dependencies. See <see cref="Names"/>.</param>
    public static Dependencies Of(EffectiveSchema schema, IReadOnlySet<string> names)
    {
        var dependencies = new Dependencies(schema);
        foreach (var part in schema.Parts)
        {
            foreach (var keyword in Keywords)
            {
                dependencies.Read(part[keyword]);
            }

            if (Condition.DependsOn(schema, part) is { } property && names.Contains(property))
            {
                dependencies.Add(property, part["then"]!);
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
                Add(entry.Name, entry.Value);
            }
        }
    }

    private void Add(string property, JToken schema)
    {
        if (!_schemas.TryGetValue(property, out var schemas))
        {
            _schemas[property] = schemas = [];
        }

        schemas.Add(schema);
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
