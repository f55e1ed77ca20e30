using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Looks for a value that several schemas allow, by trying some. Example: {required: [a]} and {required: [b]} both
/// allow {a: "a", b: "a"}. What it finds is certain; where it finds nothing there may still be a value.
/// </summary>
internal static class OverlapWitness
{
    private const int MaxDepth = 6;
    private const int MaxProperties = 64;

    /// <summary>
    /// Tells whether a value that is meant as both variants is allowed. Two objects are told apart by a name that one
    /// requires and the other does not. Without such names they share values that nobody means as both, such as {}.
    /// </summary>
    /// <param name="one">A variant.</param>
    /// <param name="other">Another variant.</param>
    /// <param name="sent">What was allowed before.</param>
    public static bool Exists(EffectiveSchema one, EffectiveSchema other, EffectiveSchema sent)
    {
        EffectiveSchema[] schemas = [one, other, sent];
        if (
            schemas.Any(schema => schema.Parts.Any(OtherKeywordRules.AreIn))
            || (AllowObjects(schemas) && !AreToldApart(one, other))
        )
        {
            return false;
        }

        return Candidates(schemas, MaxDepth).Any(value => AllowAll(schemas, value));
    }

    private static bool AllowAll(IReadOnlyList<EffectiveSchema> schemas, JToken value) =>
        schemas.All(schema => SchemaValidator.Validate(schema, value, ValueDirection.Request).Count == 0);

    private static bool AllowObjects(IEnumerable<EffectiveSchema> schemas) =>
        schemas.All(schema => schema.Allows("object") && schema.Enum is null);

    private static bool AreToldApart(EffectiveSchema one, EffectiveSchema other) =>
        one.Required.Keys.Except(other.Required.Keys).Any() && other.Required.Keys.Except(one.Required.Keys).Any();

    // Values that the schemas name, the ends of their ranges, and the plainest value of each type.
    private static IEnumerable<JToken> Candidates(IReadOnlyList<EffectiveSchema> schemas, int depth)
    {
        var listed = schemas.FirstOrDefault(schema => schema.Enum is not null);
        if (listed is not null)
        {
            return listed.Enum!.Select(JToken.Parse);
        }

        if (depth == 0)
        {
            return [];
        }

        IReadOnlyList<JToken> objects = AllowObjects(schemas) ? [ObjectOf(schemas, depth)] : [];
        return objects
            .Concat(NumbersOf(schemas))
            .Concat(TextsOf(schemas))
            .Append(new JValue(true))
            .Append(new JArray())
            .Where(value => AllowAll(schemas, value));
    }

    private static JObject ObjectOf(IReadOnlyList<EffectiveSchema> schemas, int depth)
    {
        var value = new JObject();
        var names = schemas.SelectMany(schema => schema.Required.Keys).Distinct(StringComparer.Ordinal);
        foreach (var name in names.Take(MaxProperties))
        {
            var declared = schemas
                .Select(schema => schema.Properties.GetValueOrDefault(name))
                .OfType<EffectiveSchema>()
                .ToList();
            value[name] = declared.Count == 0 ? "a" : Candidates(declared, depth - 1).FirstOrDefault();
        }

        return value;
    }

    private static IEnumerable<JToken> NumbersOf(IReadOnlyList<EffectiveSchema> schemas)
    {
        var ends = schemas
            .SelectMany(schema => new[] { LimitRules.Minimum.Of(schema), LimitRules.Maximum.Of(schema) })
            .Select(limit => limit?.Number.AsDecimal)
            .OfType<decimal>()
            .Where(end => Math.Abs(end) < int.MaxValue)
            .SelectMany(end => new[] { end, end + 1, end - 1 });
        return new[] { 0m, 1m }
            .Concat(ends)
            .Select(number => decimal.IsInteger(number) ? new JValue((long)number) : new JValue(number));
    }

    private static IEnumerable<JToken> TextsOf(IReadOnlyList<EffectiveSchema> schemas)
    {
        const int longest = 1_000;
        return schemas
            .Select(schema => LimitRules.MinLength.Of(schema)?.Number.AsDecimal)
            .OfType<decimal>()
            .Where(length => length is > 0 and <= longest)
            .Append(1)
            .Select(length => (JToken)new string('a', (int)length));
    }
}
