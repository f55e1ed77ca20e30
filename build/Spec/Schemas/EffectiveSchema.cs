using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>The schema that one or several nodes mean together.</summary>
internal sealed class EffectiveSchema
{
    private const int DeepestExpansion = 8;

    private readonly SchemaModel _model;
    private readonly Lazy<Dictionary<string, EffectiveSchema>> _properties;
    private readonly Lazy<IReadOnlyList<SchemaUnion>> _unions;
    private readonly Lazy<EffectiveSchema?> _additional;
    private readonly Lazy<EffectiveSchema?> _items;
    private readonly Lazy<NullState> _null;

    internal EffectiveSchema(SchemaModel model, IReadOnlyList<JObject> parts)
    {
        _model = model;
        Parts = parts;
        _properties = new(ReadProperties);
        _unions = new(() => new UnionReader(model, parts).Read());
        _additional = new(() => Below("additionalProperties"));
        _items = new(() => Below("items"));
        _null = new(() => new NullReader(model, parts).Read());
        var types = TypeReader.Read(parts, model.Contradict);
        Types = types.Types;
        TypePlace = types.Place;
        var values = ReadEnum();
        Enum = values.Values;
        EnumPlace = values.Place;
        Required = ReadRequired();
    }

    /// <summary>Gets the schemas of the document that it is of.</summary>
    public SchemaModel Model => _model;

    /// <summary>Gets the nodes that take part, outermost first; none is a reference.</summary>
    public IReadOnlyList<JObject> Parts { get; }

    /// <summary>Gets the outermost node.</summary>
    public JObject Node => Parts[0];

    /// <summary>Gets the types that are allowed, null aside; null when any is.</summary>
    public IReadOnlySet<string>? Types { get; }

    /// <summary>Gets where the type is said, or null.</summary>
    public JToken? TypePlace { get; }

    /// <summary>Gets the values that are allowed, as JSON text; null when not listed.</summary>
    public IReadOnlySet<string>? Enum { get; }

    /// <summary>Gets where they are listed, or null.</summary>
    public JToken? EnumPlace { get; }

    /// <summary>Gets the names that must be there, and where that is said.</summary>
    public IReadOnlyDictionary<string, JToken> Required { get; }

    /// <summary>Gets the named properties.</summary>
    public IReadOnlyDictionary<string, EffectiveSchema> Properties => _properties.Value;

    /// <summary>Gets the unions. A value must be a variant of each. Nearly always there is one or none.</summary>
    public IReadOnlyList<SchemaUnion> Unions => _unions.Value;

    /// <summary>Gets the first union, or null.</summary>
    public SchemaUnion? Union => Unions.Count > 0 ? Unions[0] : null;

    /// <summary>Gets where null is allowed, or null when it is not.</summary>
    public JToken? NullablePlace => Null.Kind is NullKind.Said or NullKind.Disputed ? Null.Place : null;

    /// <summary>Gets what the schema says about null.</summary>
    public NullState Null => _null.Value;

    /// <summary>Gets whether no value is allowed. Example: {not: {}}, which is the schema false.</summary>
    public bool AllowsNothing => Parts.Any(BooleanSchemas.AllowsNothing);

    /// <summary>Gets where the schema says that only responses contain the value, or null.</summary>
    public JToken? ReadOnlyPlace => Keyword("readOnly", JsonAccess.IsTrue);

    /// <summary>Gets where the schema says that only requests contain the value, or null.</summary>
    public JToken? WriteOnlyPlace => Keyword("writeOnly", JsonAccess.IsTrue);

    /// <summary>Gets what other properties must be, or null when nothing is said.</summary>
    public EffectiveSchema? AdditionalProperties => _additional.Value;

    /// <summary>Gets where other properties are forbidden, or null when they are not.</summary>
    public JToken? ForbiddenPropertiesPlace => Keyword("additionalProperties", BooleanSchemas.AllowsNothing);

    /// <summary>Gets what the items of an array are, or null when nothing is said.</summary>
    public EffectiveSchema? Items => _items.Value;

    /// <summary>Gives where a property is written first, reference or not.</summary>
    public JToken PlaceOf(string property) =>
        Parts.Select(part => (part["properties"] as JObject)?[property]).FirstOrDefault(place => place is JObject)
        ?? Node;

    /// <summary>Tells whether values of a type are allowed, so that keywords of that type mean something.</summary>
    public bool Allows(string type) =>
        Types is null || Types.Contains(type) || (type == "number" && Types.Contains("integer"));

    /// <summary>Gives the first value of a keyword that is said.</summary>
    public JToken? Keyword(string name, Func<JToken, bool>? where = null)
    {
        foreach (var part in Parts)
        {
            if (part[name] is { } value && (where is null || where(value)))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Lists the values of a keyword that are said; each must hold.</summary>
    public IEnumerable<JToken> Keywords(string name) => Parts.Select(part => part[name]).OfType<JToken>();

    /// <summary>
    /// Gives the schema that a variant of a union of this schema means together with what stands beside the union.
    /// Example: {properties: {id}, oneOf: [A, B]} gives A with the property id.
    /// </summary>
    public EffectiveSchema WithVariant(EffectiveSchema variant) => _model.Of([.. variant.Parts, .. Parts]);

    /// <summary>
    /// Gives a part of the description with its references replaced by what they refer to. Below a certain depth
    /// they stay, so that a circle ends.
    /// </summary>
    public JToken Expanded(JToken value) => Expanded(value, DeepestExpansion);

    private JToken Expanded(JToken value, int depth) =>
        value switch
        {
            JObject node when depth == 0 => node.DeepClone(),
            JObject node when References.Target(node) is not null && _model.Resolve(node) is { } target => Expanded(
                target,
                depth - 1
            ),
            JObject node => new JObject(
                node.Properties().Select(member => new JProperty(member.Name, Expanded(member.Value, depth - 1)))
            ),
            JArray list => new JArray(list.Select(item => Expanded(item, depth))),
            _ => value.DeepClone(),
        };

    /// <summary>Gives the strictest of the values of a limit.</summary>
    /// <param name="keyword">For example maxLength.</param>
    /// <param name="isUpper">Whether a smaller one is stricter.</param>
    /// <param name="exclusive">The keyword that leaves the value itself out, or null.</param>
    public SchemaLimit? Limit(string keyword, bool isUpper, string? exclusive = null) =>
        SchemaLimit.Strictest(Parts, keyword, isUpper, exclusive);

    private EffectiveSchema? Below(string keyword) =>
        Parts.Select(part => part[keyword]).OfType<JObject>().Where(IsRead).ToList() is { Count: > 0 } nodes
            ? _model.Of(nodes)
            : null;

    // additionalProperties: {not: {}} forbids other properties, so there is nothing to read of them.
    private static bool IsRead(JObject node) =>
        node.Parent is not JProperty { Name: "additionalProperties" } || !BooleanSchemas.AllowsNothing(node);

    private (IReadOnlySet<string>? Values, JToken? Place) ReadEnum()
    {
        HashSet<string>? values = null;
        JToken? place = null;
        foreach (var part in Parts)
        {
            // A schema may have both. Example: {enum: [a, b], const: a} allows a alone.
            foreach (var keyword in (string[])["enum", "const"])
            {
                if (part[keyword] is not { } said || (keyword == "enum" && said is not JArray))
                {
                    continue;
                }

                place ??= said;
                IEnumerable<JToken> listed = keyword == "enum" ? said.Children() : [said];
                var texts = listed
                    .Where(value => value.Type is not JTokenType.Null)
                    .Select(CanonicalValue.Text)
                    .ToHashSet(StringComparer.Ordinal);
                values?.IntersectWith(texts);
                values ??= texts;
            }
        }

        return (values, place);
    }

    private Dictionary<string, JToken> ReadRequired()
    {
        var required = new Dictionary<string, JToken>(StringComparer.Ordinal);
        foreach (var name in Parts.Select(part => part["required"]).OfType<JArray>().SelectMany(list => list))
        {
            if (name is JValue { Value: string text })
            {
                required.TryAdd(text, name);
            }
        }

        return required;
    }

    private Dictionary<string, EffectiveSchema> ReadProperties()
    {
        var nodes = new Dictionary<string, List<JObject>>(StringComparer.Ordinal);
        foreach (
            var property in Parts
                .Select(part => part["properties"])
                .OfType<JObject>()
                .SelectMany(map => map.Properties())
        )
        {
            if (property.Value is not JObject node)
            {
                continue;
            }

            if (!nodes.TryGetValue(property.Name, out var list))
            {
                nodes[property.Name] = list = [];
            }

            list.Add(node);
        }

        return nodes.ToDictionary(entry => entry.Key, entry => _model.Of(entry.Value), StringComparer.Ordinal);
    }
}
