using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>The document while it is normalised, and what the passes share.</summary>
internal sealed class NormalisationContext(JObject root, Decisions decisions, NameRegistry names)
{
    // Nobody decides more in one go, and what is proposed for each costs time.
    private const int MaxOpen = 1_000;

    private readonly List<OpenDecision> _open = [];
    private readonly List<OpenDecision> _stale = [];

    /// <summary>Gets the document.</summary>
    public JObject Root { get; } = root;

    /// <summary>Gets the release of the document, for messages.</summary>
    public string Version => Root["info"].Member("version").Text() ?? "the description";

    /// <summary>Gets the decisions.</summary>
    public Decisions Decisions { get; } = decisions;

    /// <summary>Gets the public names given so far.</summary>
    public NameRegistry Names { get; } = names;

    /// <summary>
    /// Gets what no rule and no decision settles. The passes go on with what they propose, so that all of it is known at
    /// once.
    /// </summary>
    public IReadOnlyList<OpenDecision> Open => _open;

    /// <summary>Gets the decisions on nothing, of which the pinned release must have none.</summary>
    public IReadOnlyList<OpenDecision> StaleDecisions => _stale;

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

    /// <summary>Remembers what a person must decide.</summary>
    /// <param name="decision">What is open.</param>
    /// <exception cref="SpecException">There are too many for anybody to decide.</exception>
    public void Undecided(OpenDecision decision)
    {
        if (_open.Count == MaxOpen)
        {
            throw new SpecException(
                decision.Place,
                $"More than {MaxOpen} decisions are needed; here is the next.",
                "Check that this is a description of the same API."
            );
        }

        _open.Add(decision);
    }

    /// <summary>
    /// Remembers that a person must choose a name. The pass goes on with a name that is free, which is all that a
    /// description needs that nobody pins.
    /// </summary>
    /// <param name="decision">What is open.</param>
    /// <exception cref="SpecException">There are too many for anybody to decide.</exception>
    public void UndecidedName(OpenDecision decision)
    {
        if (!Decisions.TakesFreeNames)
        {
            Undecided(decision);
        }
    }

    /// <summary>Remembers what a person must decide about a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="what">What is open, as a sentence.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    /// <returns>The decision, to add a proposal to before it is passed to <see cref="Undecided"/>.</returns>
    public static OpenDecision About(JObject schema, string what, string remedy) =>
        new($"openapi {PlaceOf(schema)}", what, remedy);

    /// <summary>Gives the pointer of a schema in the description as it was read.</summary>
    public static string PlaceOf(JObject schema) => Places.Of(schema) ?? JsonPointer.Of(schema);

    /// <summary>Remembers a decision on nothing.</summary>
    public void Stale(OpenDecision decision) => _stale.Add(decision);
}
