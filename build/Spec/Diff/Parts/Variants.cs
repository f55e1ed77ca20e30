using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Lists the variants of a union, and names them.</summary>
internal static class Variants
{
    // Unions within unions are one union, up to this size.
    private const int MaxVariants = 512;

    /// <summary>
    /// Lists the variants of a union, those of unions within it too. Without a union the schema is its only variant.
    /// Example: oneOf [A, oneOf [B, C]] has the variants A, B, C.
    /// </summary>
    public static IReadOnlyList<SchemaChoice> Of(EffectiveSchema schema, SchemaUnion? union)
    {
        if (union is null)
        {
            return [new SchemaChoice(schema.Node, schema, ComponentAt(schema.Node), null)];
        }

        var variants = new List<SchemaChoice>();
        var open = new HashSet<JToken>(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>) { union.Place };
        var pending = new Stack<SchemaChoice>(union.Choices.Reverse());
        while (pending.TryPop(out var variant))
        {
            if (
                variant.Tag is null
                && variant.Schema.Properties.Count == 0
                && variant.Schema.Union is { } inner
                && variants.Count + pending.Count + inner.Choices.Count < MaxVariants
                && open.Add(inner.Place)
            )
            {
                foreach (var choice in inner.Choices.Reverse())
                {
                    pending.Push(choice);
                }
            }
            else
            {
                variants.Add(variant);
            }
        }

        return variants;
    }

    /// <summary>
    /// Tells whether variants are unions again that have properties beside their variants. <see cref="Of"/> leaves them
    /// as they are.
    /// </summary>
    public static bool HaveInnerUnion(IEnumerable<SchemaChoice> variants) => variants.Any(HasInnerUnion);

    /// <summary>
    /// Replaces the variants that are unions again by the variants of these. Each gets the properties that stand beside
    /// the inner union. Example: {properties: {id}, oneOf: [A, B]} gives A with the property id, and B with it.
    /// </summary>
    public static void Flatten(List<SchemaChoice> variants)
    {
        foreach (var outer in variants.Where(HasInnerUnion).ToList())
        {
            var inner = outer.Schema.Union!.Choices;
            if (variants.Count + inner.Count >= MaxVariants)
            {
                return;
            }

            var place = variants.IndexOf(outer);
            variants.RemoveAt(place);
            variants.InsertRange(
                place,
                inner.Select(choice => choice with { Schema = outer.Schema.WithVariant(choice.Schema) })
            );
        }
    }

    /// <summary>
    /// Tells whether the type of a variant is new, so that a reader that tells variants apart by their JSON type has
    /// none for it. Example: an array beside [a string, an object]. An integer is not new beside a number.
    /// </summary>
    /// <param name="variant">The variant.</param>
    /// <param name="known">What <see cref="AllTypes"/> gives for the other side.</param>
    public static bool IsOfNewType(SchemaChoice variant, IReadOnlySet<string>? known) =>
        variant.Schema.Types is { } types
        && known is not null
        && !known.Overlaps(types)
        && !(types.Contains("integer") && known.Contains("number"));

    /// <summary>Collects the types of variants; null when one of them allows any type.</summary>
    public static IReadOnlySet<string>? AllTypes(IReadOnlyList<SchemaChoice> variants) =>
        variants.All(variant => variant.Schema.Types is not null)
            ? variants.SelectMany(variant => variant.Schema.Types!).ToHashSet(StringComparer.Ordinal)
            : null;

    /// <summary>Lists the types of variants. Example: string or array.</summary>
    public static string Types(IEnumerable<SchemaChoice> variants)
    {
        var types = string.Join(
            " or ",
            variants
                .SelectMany(variant => variant.Schema.Types ?? new HashSet<string>())
                .Distinct(StringComparer.Ordinal)
        );
        return types.Length > 0 ? types : "anything";
    }

    /// <summary>Names a variant: by its component, its discriminator value, or its type.</summary>
    public static string Name(SchemaChoice variant)
    {
        var type = variant.Schema.Types is { } types ? string.Join(" or ", types) : "a variant of any type";
        return variant.Name ?? variant.Tag ?? type;
    }

    /// <summary>Names variants.</summary>
    public static string Names(IEnumerable<SchemaChoice> variants) => string.Join(", ", variants.Select(Name));

    private static bool HasInnerUnion(SchemaChoice variant) =>
        variant is { Tag: null, Schema: { Unions.Count: 1, Properties.Count: > 0 } };

    // The name of the component whose own schema a node is; null for every other place.
    private static string? ComponentAt(JObject node) =>
        node.Parent is JProperty component && TokenPlaces.MapOf(node) is JProperty { Name: "schemas" }
            ? component.Name
            : null;
}
