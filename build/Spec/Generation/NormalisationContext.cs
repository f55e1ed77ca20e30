using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>The document under way and what the passes share.</summary>
internal sealed class NormalisationContext(
    JObject root,
    IReadOnlyList<Overlay> overlays,
    NameRegistry names,
    bool isPinned
)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Gets the document.</summary>
    public JObject Root { get; } = root;

    /// <summary>Gets the decisions: those on the pinned release, then those on this one alone.</summary>
    public IReadOnlyList<Overlay> Overlays { get; } = overlays;

    /// <summary>Gets the public names given so far.</summary>
    public NameRegistry Names { get; } = names;

    /// <summary>Gets whether this is the pinned release: then each decision must have a target.</summary>
    public bool IsPinned { get; } = isPinned;

    /// <summary>Gets or sets the C# type of each component schema of the contract; known once they are renamed.</summary>
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
    public IEnumerable<OperationNode> Operations()
    {
        foreach (var path in ((JObject)Root["paths"]!).Properties().ToList())
        {
            foreach (var method in Methods)
            {
                if (path.Value[method] is JObject operation)
                {
                    yield return new OperationNode(path.Name, method, operation);
                }
            }
        }
    }

    /// <summary>Follows references to the schema that is meant.</summary>
    public JObject Resolve(JObject schema) => References.Resolve(Root, schema);

    /// <summary>Gives the component schemas as a list that may be changed while it is walked.</summary>
    public List<(string Name, JObject Schema)> Components() =>
        [.. Schemas.Properties().Select(p => (p.Name, (JObject)p.Value))];

    /// <summary>Stops: there is neither a rule nor a decision.</summary>
    public static SpecException Undecided(JObject schema, string what, string remedy) =>
        new($"openapi {Places.Of(schema) ?? JsonPointer.Of(schema)}", what, remedy);
}

/// <summary>An operation of the document.</summary>
/// <param name="Path">Its path template.</param>
/// <param name="Method">Its HTTP method, in lower case.</param>
/// <param name="Node">The operation object.</param>
internal readonly record struct OperationNode(string Path, string Method, JObject Node)
{
    /// <summary>Gets the operationId.</summary>
    public string Id => (string)Node["operationId"]!;

    /// <summary>Gets the parameters.</summary>
    public IEnumerable<JObject> Parameters => (Node["parameters"] as JArray ?? []).OfType<JObject>();
}
