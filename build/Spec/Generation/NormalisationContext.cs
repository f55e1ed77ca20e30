using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>The document while it is normalised, and what the passes share.</summary>
internal sealed class NormalisationContext(JObject root, Decisions decisions, NameRegistry names)
{
    /// <summary>Gets the document.</summary>
    public JObject Root { get; } = root;

    /// <summary>Gets the decisions.</summary>
    public Decisions Decisions { get; } = decisions;

    /// <summary>Gets the public names given so far.</summary>
    public NameRegistry Names { get; } = names;

    /// <summary>
    /// Gets or sets the C# type of each component schema of the description; known once they are renamed.
    /// </summary>
    public IReadOnlyDictionary<string, string> ComponentTypes { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets the component schemas.</summary>
    public JObject Schemas
    {
        get
        {
            if (Root["components"] is not JObject components)
            {
                Root["components"] = components = [];
            }

            if (components["schemas"] is not JObject schemas)
            {
                components["schemas"] = schemas = [];
            }

            return schemas;
        }
    }

    /// <summary>Lists the operations in the order of the document.</summary>
    public IEnumerable<OperationNode> Operations() => OperationNodes.Supported(Root);

    /// <summary>Follows references to the schema that is meant.</summary>
    public JObject Resolve(JObject schema) => References.Resolve(Root, schema);

    /// <summary>Gives the component schemas as a list that may be changed while it is walked.</summary>
    public List<(string Name, JObject Schema)> Components() =>
        [.. Schemas.Properties().Select(p => (p.Name, (JObject)p.Value))];

    /// <summary>
    /// Replaces component schemas by others: every reference to one is changed, and the schema is removed.
    /// </summary>
    /// <param name="names">The names of the schemas, each with the name of the one that replaces it.</param>
    public void Redirect(IReadOnlyDictionary<string, string> names)
    {
        foreach (var schema in DocumentWalker.Schemas(Root).ToList())
        {
            if (References.SchemaName(schema) is { } name && names.TryGetValue(name, out var other))
            {
                schema["$ref"] = References.SchemaPrefix + other;
            }
        }

        foreach (var name in names.Keys)
        {
            Schemas.Remove(name);
        }
    }

    /// <summary>
    /// Gives the name of a component schema, or null for a schema that stands inside another or in an operation.
    /// </summary>
    public string? ComponentName(JObject schema) =>
        schema.Parent is JProperty property && property.Parent == Schemas ? property.Name : null;

    /// <summary>Stops: there is neither a rule nor a decision.</summary>
    public static SpecException Undecided(JObject schema, string what, string remedy) =>
        new($"openapi {Places.Of(schema) ?? JsonPointer.Of(schema)}", what, remedy);
}
