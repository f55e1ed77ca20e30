using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The texts that the values of a schema are written as, in a parameter, a header or a field of a form. A number is a
/// text there, and one value is a list of one. Example: enum [1, 2] and enum ["1", "2"] are the same texts.
/// </summary>
internal sealed class TextValues
{
    // A union of unions, or a list of lists.
    private const int MaxDepth = 4;
    private const int MaxKinds = 2_000;

    private static readonly string[] Limits =
    [
        "enum",
        "const",
        "pattern",
        "format",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
        "items",
    ];

    private readonly IReadOnlyList<TextKind> _kinds;

    private TextValues(IReadOnlyList<TextKind> kinds)
    {
        _kinds = kinds;
        Signature = string.Join('|', kinds.Select(kind => kind.Signature).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Gets the JSON types of the values. Schemas with the same types are compared by their keywords.</summary>
    public string Signature { get; }

    /// <summary>Gets all texts when they are listed; null when one value may be any of many.</summary>
    public IReadOnlySet<string>? Listed =>
        _kinds.All(kind => kind.Literal is not null)
            ? _kinds.Select(kind => kind.Literal!).ToHashSet(StringComparer.Ordinal)
            : null;

    /// <summary>
    /// Reads the texts of a schema; null when its values are objects, or when it cannot be told what they are.
    /// </summary>
    public static TextValues? Of(EffectiveSchema schema) =>
        Read(schema, MaxDepth) is { Count: > 0 and <= MaxKinds } kinds ? new(kinds) : null;

    /// <summary>Tells whether these texts are known to hold all texts of another schema.</summary>
    public bool Covers(TextValues other) => other._kinds.All(kind => _kinds.Any(own => own.Covers(kind)));

    /// <summary>Tells whether these texts are known to hold a kind of texts.</summary>
    public bool Covers(TextKind kind) => _kinds.Any(own => own.Covers(kind));

    /// <summary>Writes the types. Example: integer or array of string.</summary>
    public override string ToString() =>
        string.Join(" or ", _kinds.Select(kind => kind.ToString()).Distinct(StringComparer.Ordinal));

    private static List<TextKind>? Read(EffectiveSchema schema, int depth)
    {
        if (depth == 0 || schema.Unions.Count > 1 || schema.Parts.Any(IsUnjudged))
        {
            return null;
        }

        if (schema.Union is { } union)
        {
            return ReadUnion(schema, union, depth);
        }

        if (schema.Enum is { } values)
        {
            return ReadListed(values);
        }

        // A value without a type may be any text.
        return ReadTypes(schema, schema.Types ?? new HashSet<string> { "string" }, depth);
    }

    private static List<TextKind>? ReadUnion(EffectiveSchema schema, SchemaUnion union, int depth)
    {
        if (schema.Parts.Any(part => Array.Exists(Limits, keyword => part[keyword] is not null)))
        {
            return null;
        }

        var kinds = new List<TextKind>();
        foreach (var choice in union.Choices)
        {
            if (Read(choice.Schema, depth - 1) is not { } read || kinds.Count + read.Count > MaxKinds)
            {
                return null;
            }

            kinds.AddRange(read);
        }

        return kinds;
    }

    private static List<TextKind>? ReadListed(IReadOnlySet<string> values)
    {
        var kinds = new List<TextKind>();
        foreach (var value in values)
        {
            if (value.StartsWith('[') || value.StartsWith('{'))
            {
                return null;
            }

            kinds.Add(TextKind.OfValue(value));
        }

        return kinds;
    }

    private static List<TextKind>? ReadTypes(EffectiveSchema schema, IReadOnlySet<string> types, int depth)
    {
        var kinds = new List<TextKind>();
        foreach (var type in types)
        {
            switch (type)
            {
                case "boolean":
                    kinds.Add(TextKind.OfValue("true"));
                    kinds.Add(TextKind.OfValue("false"));
                    break;
                case "array" when schema.Items is null:
                    kinds.Add(TextKind.OfList(schema, null));
                    break;
                case "array" when Read(schema.Items, depth - 1) is { Count: > 0 } items:
                    kinds.Add(TextKind.OfList(schema, new(items)));
                    break;
                case "string" or "integer" or "number":
                    kinds.Add(TextKind.Of(type, schema));
                    break;
                default:
                    return null;
            }
        }

        return kinds;
    }

    // Keywords that leave out values in ways that are not judged here.
    private static bool IsUnjudged(JObject part) => OtherKeywordRules.AreIn(part);
}
