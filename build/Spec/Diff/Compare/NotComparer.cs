using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Rules.Inclusion;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares what two schemas reject by not. The direction turns: a schema under not that allows more rejects more.
/// Example: not: {enum: [A]} becomes not: {enum: [A, B]}, so B is rejected.
/// </summary>
internal static class NotComparer
{
    /// <summary>Compares all schemas under not.</summary>
    public static void Compare(Comparison comparison, SchemaPair pair)
    {
        if (!pair.Schemas.Any(schema => schema.Keywords("not").Any()))
        {
            return;
        }

        var excluded = pair.Schemas.Select(ReadAll);
        var removed = excluded.Base.Where(one => Best(one, excluded.Revision) != Yes).ToList();
        var added = excluded.Revision.Where(one => Best(one, excluded.Base) != Yes).ToList();
        if (removed.Count + added.Count == 0)
        {
            return;
        }

        var isDecided =
            removed.Count == 0
            || added.Count == 0
            || removed.TrueForAll(one => added.TrueForAll(other => IsExact(one, other)));
        var firstAdded = added.FirstOrDefault();
        var firstRemoved = removed.FirstOrDefault();
        if (!isDecided)
        {
            InnerSchemaComparer.AddValues(
                comparison,
                pair,
                NotRules.NotChanged,
                new(firstRemoved!.Place, firstAdded!.Place)
            );
            return;
        }

        if (firstAdded is not null)
        {
            var before =
                firstRemoved ?? excluded.Base.Find(one => SchemaTextInclusion.Of(one.Normal, firstAdded.Normal) == Yes);
            InnerSchemaComparer.AddValues(comparison, pair, NotRules.NotAdded, new(before?.Place, firstAdded.Place));
        }

        if (firstRemoved is not null)
        {
            var now =
                firstAdded
                ?? excluded.Revision.Find(one => SchemaTextInclusion.Of(one.Normal, firstRemoved.Normal) == Yes);
            InnerSchemaComparer.AddValues(comparison, pair, NotRules.NotRemoved, new(firstRemoved.Place, now?.Place));
        }
    }

    private static Inclusion Best(Excluded one, IReadOnlyList<Excluded> others) =>
        others.Any(other => SchemaTextInclusion.Of(one.Normal, other.Normal) == Yes) ? Yes : No;

    private static bool IsExact(Excluded one, Excluded other) =>
        SchemaTextInclusion.Of(one.Normal, other.Normal) != Unknown
        && SchemaTextInclusion.Of(other.Normal, one.Normal) != Unknown;

    // Neither of two schemas is each of them by itself. Example: not: {anyOf: [A, B]} is not: A and not: B.
    private static List<Excluded> ReadAll(EffectiveSchema schema)
    {
        var all = new List<Excluded>();
        foreach (var place in schema.Keywords("not"))
        {
            if (place is not JObject && place is not JValue { Value: true })
            {
                continue;
            }

            var normal = SchemaText.Normal(schema.Model, place);
            var isUnion = normal is JObject { Count: 1 } && normal["anyOf"] is JArray { Count: > 0 };
            all.AddRange((isUnion ? (JArray)normal["anyOf"]! : [normal]).Select(one => new Excluded(place, one)));
        }

        return Merged(all.Where(one => RejectsSomething(schema, one.Normal)));
    }

    // Several lists of values, or of types, exclude what one list of all excludes. Example: not: {const: A} and not:
    // {const: B} are not: {enum: [A, B]}.
    private static List<Excluded> Merged(IEnumerable<Excluded> all) =>
        [
            .. all.GroupBy(one => ListOf(one) ?? (object)one)
                .Select(group =>
                    group.Key is string keyword && group.Skip(1).Any()
                        ? new Excluded(
                            group.First().Place,
                            new JObject(
                                new JProperty(keyword, SchemaText.Sorted(group.SelectMany(one => one.Normal[keyword]!)))
                            )
                        )
                        : group.First()
                ),
        ];

    private static string? ListOf(Excluded one) =>
        one.Normal is JObject { Count: 1 } node
        && node.Properties().First() is { Name: "enum" or "type", Value: JArray } list
            ? list.Name
            : null;

    // What the schema rejects anyway is not rejected by not. Example: {type: string, not: {type: integer}}.
    private static bool RejectsSomething(EffectiveSchema schema, JToken normal)
    {
        if (normal is not JObject node)
        {
            return normal.IsTrue();
        }

        var types = (node["type"] as JArray)?.Select(type => type.Text()).OfType<string>().ToList();
        if (types is not null && schema.Types is not null && !types.Exists(type => IsAllowed(schema, type)))
        {
            return false;
        }

        return schema.Enum is not { } values
            || node["enum"] is not JArray excluded
            || excluded.Any(value =>
                value.Type is JTokenType.Null
                    ? schema.NullablePlace is not null
                    : values.Contains(CanonicalValue.Text(value))
            );
    }

    private static bool IsAllowed(EffectiveSchema schema, string type) =>
        type switch
        {
            "null" => schema.NullablePlace is not null,
            "integer" => schema.Allows("integer") || schema.Allows("number"),
            _ => schema.Allows(type),
        };

    private sealed record Excluded(JToken Place, JToken Normal);
}
