using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>A value of a keyword, and where it stands.</summary>
/// <param name="Number">The value.</param>
/// <param name="IsExclusive">Whether the value itself lies outside.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record SchemaLimit(decimal Number, bool IsExclusive, JToken Place)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Number.ToString(CultureInfo.InvariantCulture) + (IsExclusive ? " (exclusive)" : "");
}

/// <summary>What one or several schema nodes demand together.</summary>
internal sealed class EffectiveSchema
{
    /// <summary>The keywords that list forms.</summary>
    internal static readonly string[] ChoiceKeywords = ["oneOf", "anyOf"];

    private const int DeepestExpansion = 8;

    private readonly SchemaModel _model;
    private readonly Lazy<Dictionary<string, EffectiveSchema>> _properties;
    private readonly Lazy<IReadOnlyList<SchemaUnion>> _unions;
    private readonly Lazy<EffectiveSchema?> _additional;
    private readonly Lazy<EffectiveSchema?> _items;

    internal EffectiveSchema(SchemaModel model, IReadOnlyList<JObject> parts)
    {
        (_model, Parts) = (model, parts);
        _properties = new(ReadProperties);
        _unions = new(() => new UnionReader(model, parts).Read());
        _additional = new(() => Below("additionalProperties"));
        _items = new(() => Below("items"));
        (Types, TypePlace) = ReadTypes();
        (Enum, EnumPlace) = ReadEnum();
        Required = ReadRequired();
    }

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

    /// <summary>Gets the choices between forms; a value must make each of them. Nearly always one or none.</summary>
    public IReadOnlyList<SchemaUnion> Unions => _unions.Value;

    /// <summary>Gets the first choice between forms, or null.</summary>
    public SchemaUnion? Union => Unions.Count > 0 ? Unions[0] : null;

    /// <summary>Gets where null is allowed, or null when it is not.</summary>
    public JToken? NullablePlace => OwnNullablePlace ?? (Union is { } union ? NullableIn(union, []) : null);

    // A value that is listed as null is allowed where no type forbids it.
    private JToken? OwnNullablePlace =>
        Keyword("nullable", IsTrue)
        ?? (
            Parts.All(part => part["type"] is null)
                ? Keyword("enum", list => list is JArray values && values.Any(value => value.Type is JTokenType.Null))
                : null
        )
        ?? Parts
            .Select(part => part["type"])
            .OfType<JArray>()
            .FirstOrDefault(types => types.Any(type => type is JValue { Value: "null" }))
        ?? ChoiceKeywords
            .SelectMany(keyword => Parts.Select(part => part[keyword]).OfType<JArray>())
            .FirstOrDefault(list => list.Any(IsNullType));

    // A form may be a choice again, and a choice may lead back to itself.
    private static JToken? NullableIn(SchemaUnion union, List<JToken> seen)
    {
        if (seen.Exists(place => ReferenceEquals(place, union.Place)))
        {
            return null;
        }

        seen.Add(union.Place);
        return union.Choices.Select(choice => choice.Schema.OwnNullablePlace).FirstOrDefault(place => place is not null)
            ?? union
                .Choices.Select(choice => choice.Schema.Union)
                .OfType<SchemaUnion>()
                .Select(inner => NullableIn(inner, seen))
                .FirstOrDefault(place => place is not null);
    }

    /// <summary>Gets whether a reader gets it and a writer may not send it.</summary>
    public JToken? ReadOnlyPlace => Keyword("readOnly", IsTrue);

    /// <summary>Gets whether a writer sends it and no reader gets it.</summary>
    public JToken? WriteOnlyPlace => Keyword("writeOnly", IsTrue);

    /// <summary>Gets what other properties must be, or null when nothing is said.</summary>
    public EffectiveSchema? AdditionalProperties => _additional.Value;

    /// <summary>Gets where other properties are forbidden, or null when they are not.</summary>
    public JToken? ForbiddenPropertiesPlace =>
        Keyword("additionalProperties", value => value is JValue { Value: false });

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

    /// <summary>Gives a part of the description with its references replaced by what they refer to, down to a depth where a circle is cut.</summary>
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

    /// <summary>Writes a value as JSON, so that equal values are equal text: 1.0 is 1.</summary>
    public static string Text(JToken value) =>
        Number(value) is { } number
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : value.ToString(Formatting.None);

    /// <summary>Gives the strictest of the values of a limit.</summary>
    /// <param name="keyword">For example maxLength.</param>
    /// <param name="isUpper">Whether a smaller one is stricter.</param>
    /// <param name="exclusive">The keyword that leaves the value itself out, or null.</param>
    public SchemaLimit? Limit(string keyword, bool isUpper, string? exclusive = null)
    {
        SchemaLimit? strictest = null;
        foreach (var part in Parts)
        {
            if (Number(part[keyword]) is { } value)
            {
                Take(
                    new SchemaLimit(
                        value,
                        exclusive is not null && part[exclusive] is JValue { Value: true },
                        part[keyword]!
                    )
                );
            }

            // In 3.1 the exclusive keyword is a number of its own.
            if (exclusive is not null && Number(part[exclusive]) is { } own)
            {
                Take(new SchemaLimit(own, true, part[exclusive]!));
            }
        }

        return strictest;

        void Take(SchemaLimit limit)
        {
            if (strictest is null || IsStricter(limit, strictest, isUpper))
            {
                strictest = limit;
            }
        }
    }

    /// <summary>Tells whether a limit allows less than another.</summary>
    public static bool IsStricter(SchemaLimit limit, SchemaLimit other, bool isUpper)
    {
        if (limit.Number == other.Number)
        {
            return limit.IsExclusive && !other.IsExclusive;
        }

        return isUpper ? limit.Number < other.Number : limit.Number > other.Number;
    }

    internal static IReadOnlyList<JObject> Choices(JObject node, string keyword) =>
        [.. (node[keyword] as JArray ?? []).OfType<JObject>().Where(choice => !IsNullType(choice))];

    // Written as a type in 3.1, as an enum of null alone in 3.0.
    private static bool IsNullType(JToken node) =>
        node is JObject schema
        && (
            (schema["type"] is JValue { Value: "null" })
            || (schema["enum"] is JArray { Count: 1 } only && only[0].Type is JTokenType.Null)
        );

    private static bool IsTrue(JToken value) => value is JValue { Value: true };

    private static decimal? Number(JToken? value) =>
        value is JValue { Type: JTokenType.Integer or JTokenType.Float } number
        && decimal.TryParse(
            number.ToString(CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var parsed
        )
            ? parsed
            : null;

    private EffectiveSchema? Below(string keyword) =>
        Parts.Select(part => part[keyword]).OfType<JObject>().ToList() is { Count: > 0 } nodes
            ? _model.Of(nodes)
            : null;

    private (IReadOnlySet<string>?, JToken?) ReadTypes()
    {
        HashSet<string>? types = null;
        JToken? place = null;
        foreach (var part in Parts)
        {
            HashSet<string>? said = part["type"] switch
            {
                JValue { Value: string one } => [one],
                JArray list => [.. list.OfType<JValue>().Select(item => (string?)item).OfType<string>()],
                _ => null,
            };
            said?.Remove("null");
            if (said is not { Count: > 0 })
            {
                continue;
            }

            place ??= part["type"];
            types = types is null ? said : Both(types, said, part["type"]!);
        }

        return types is null ? (Implied(), null) : (types, place);
    }

    // What two parts allow both. Types that exclude each other are the author's mistake: the outer one counts.
    private HashSet<string> Both(HashSet<string> left, HashSet<string> right, JToken place)
    {
        var both = left.Where(type => right.Contains(type) || (type == "integer" && right.Contains("number")))
            .Concat(right.Where(type => type == "integer" && left.Contains("number")))
            .ToHashSet(StringComparer.Ordinal);
        if (both.Count > 0)
        {
            return both;
        }

        _model.Contradict(place);
        return left;
    }

    private HashSet<string>? Implied()
    {
        foreach (var part in Parts)
        {
            if (part["properties"] is JObject || part["additionalProperties"] is JObject)
            {
                return ["object"];
            }

            if (part["items"] is JObject)
            {
                return ["array"];
            }

            if (
                part["enum"] is JArray { Count: > 0 } values
                && values.All(value => value.Type is JTokenType.String or JTokenType.Null)
                && values.Any(value => value.Type is JTokenType.String)
            )
            {
                return ["string"];
            }
        }

        return null;
    }

    private (IReadOnlySet<string>?, JToken?) ReadEnum()
    {
        HashSet<string>? values = null;
        JToken? place = null;
        foreach (var part in Parts)
        {
            var said = part["enum"] as JArray ?? (part["const"] is { } only ? [only.DeepClone()] : null);
            if (said is null)
            {
                continue;
            }

            place ??= part["enum"] ?? part["const"];
            var texts = said.Where(value => value.Type is not JTokenType.Null)
                .Select(Text)
                .ToHashSet(StringComparer.Ordinal);
            if (values is null)
            {
                values = texts;
            }
            else
            {
                values.IntersectWith(texts);
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
