using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Splits a schema into parts that have all its values together, so that each part can be held against another variant.
/// Example: {t: enum [a, b]} with t required gives {t: a} and {t: b}.
/// </summary>
internal sealed class SchemaSplits
{
    private const int MaxParts = 32;

    private readonly Dictionary<(EffectiveSchema Schema, string Key), EffectiveSchema> _known = [];

    /// <summary>Gives the parts; none where the schema has nothing to be split by.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="union">The union whose variants are to take the parts.</param>
    public IReadOnlyList<EffectiveSchema> Of(EffectiveSchema schema, SchemaUnion union)
    {
        if (schema.Enum is { Count: > 1 and <= MaxParts } values)
        {
            return
            [
                .. values.Select(value =>
                    Part(schema, value, new JObject { ["enum"] = new JArray(JToken.Parse(value)) })
                ),
            ];
        }

        if (schema.Types is { Count: > 1 } types)
        {
            return [.. types.Select(type => Part(schema, type, new JObject { ["type"] = type }))];
        }

        if (CutOf(schema, union) is { } cut)
        {
            return
            [
                Part(schema, $"<={cut}", new JObject { ["maximum"] = cut }),
                Part(schema, $">{cut}", new JObject { ["minimum"] = cut + 1 }),
            ];
        }

        return TagOf(schema, union) is { } tag
            ? [.. schema.Properties[tag].Enum!.Select(value => Part(schema, tag + value, WithTag(tag, value)))]
            : [];
    }

    private static JObject WithTag(string tag, string value) =>
        new() { ["properties"] = new JObject { [tag] = new JObject { ["enum"] = new JArray(JToken.Parse(value)) } } };

    // A whole number that ends a variant and lies within the schema. Example: {type: integer} and oneOf [{maximum: 0},
    // {minimum: 1}] give 0.
    private static decimal? CutOf(EffectiveSchema schema, SchemaUnion union)
    {
        if (schema.Types is not { Count: 1 } || !schema.Types.Contains("integer"))
        {
            return null;
        }

        var (most, least) = (
            LimitRules.Maximum.Of(schema)?.Number.AsDecimal,
            LimitRules.Minimum.Of(schema)?.Number.AsDecimal
        );
        return union
            .Choices.Select(choice => LimitRules.Maximum.Of(choice.Schema)?.Number.AsDecimal)
            .FirstOrDefault(end =>
                end is { } number
                && decimal.IsInteger(number)
                && Math.Abs(number) < long.MaxValue
                && !(most <= number)
                && !(least > number)
            );
    }

    // A property that lists its values, that is always there, and whose values a variant of the union limits.
    private static string? TagOf(EffectiveSchema schema, SchemaUnion union) =>
        schema.Required.Keys.FirstOrDefault(name =>
            schema.Properties.TryGetValue(name, out var property)
            && property.Enum is { Count: > 1 and <= MaxParts } values
            && union.Choices.Any(choice =>
                choice.Schema.Properties.TryGetValue(name, out var tag) && tag.Enum?.IsSupersetOf(values) == false
            )
        );

    private EffectiveSchema Part(EffectiveSchema schema, string key, JObject limit)
    {
        if (!_known.TryGetValue((schema, key), out var part))
        {
            part = schema.Model.Of([.. schema.Parts, limit]);
            _known[(schema, key)] = part;
        }

        return part;
    }
}
