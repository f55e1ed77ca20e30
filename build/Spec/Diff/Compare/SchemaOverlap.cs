using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Decides whether one value can be a value of several schemas. Example: {required: [a]} and {required: [b]} have {a, b}
/// in common. Two objects whose tags differ have none. Null is left out.
/// </summary>
internal sealed class SchemaOverlap
{
    private const int MaxDepth = 12;
    private const int MaxSteps = 20_000;

    private int _steps;

    /// <summary>Gets whether the work was too much, so that answers are unknown.</summary>
    public bool IsSpent => _steps > MaxSteps;

    /// <summary>Tells whether the schemas have a value in common that the last of them is likely to be sent as: an
    /// object holds the properties that the last schema declares.</summary>
    public Answer Have(params IReadOnlyList<EffectiveSchema> schemas) => Have(schemas, 0);

    private Answer Have(IReadOnlyList<EffectiveSchema> schemas, int depth)
    {
        if (
            _steps++ > MaxSteps
            || depth > MaxDepth
            || schemas.Any(schema => schema.Union is { } union && union.Choices.Count > UnionRearrangement.MaxVariants)
        )
        {
            return Answer.Unknown;
        }

        if (schemas.Any(schema => schema.AllowsNothing))
        {
            return Answer.No;
        }

        for (var i = 0; i < schemas.Count; i++)
        {
            if (schemas[i].Union is { } union)
            {
                return Best(
                    union.Choices,
                    choice => Have(With(schemas, i, schemas[i].WithVariant(choice.Schema)), depth + 1)
                );
            }
        }

        if (schemas.FirstOrDefault(schema => schema.Enum is not null) is { } listed)
        {
            return listed.Enum!.Any(value => AllowAll(schemas, JToken.Parse(value))) ? Answer.Yes : Answer.No;
        }

        return CommonTypes(schemas) is { } types
            ? Best(types, type => HaveOfType(schemas, type, depth))
            : HaveOfType(schemas, "object", depth);
    }

    private static IReadOnlyList<EffectiveSchema> With(
        IReadOnlyList<EffectiveSchema> schemas,
        int index,
        EffectiveSchema schema
    ) => [.. schemas.Take(index), schema, .. schemas.Skip(index + 1)];

    private static bool AllowAll(IReadOnlyList<EffectiveSchema> schemas, JToken value) =>
        schemas.All(schema => SchemaValidator.Validate(schema, value, ValueDirection.Request).Count == 0);

    // An integer is a number. Null when no schema has a type.
    private static List<string>? CommonTypes(IReadOnlyList<EffectiveSchema> schemas)
    {
        var lists = schemas.Select(schema => schema.Types).OfType<IReadOnlySet<string>>().ToList();
        if (lists.Count == 0)
        {
            return null;
        }

        return
        [
            .. lists
                .SelectMany(types => types)
                .Distinct(StringComparer.Ordinal)
                .Where(type =>
                    lists.TrueForAll(types => types.Contains(type) || (type == "integer" && types.Contains("number")))
                ),
        ];
    }

    private Answer HaveOfType(IReadOnlyList<EffectiveSchema> schemas, string type, int depth)
    {
        var isClear = !schemas.Any(schema => schema.Parts.Any(OtherKeywordRules.AreIn));
        var answer = type switch
        {
            "object" => HaveObject(schemas, depth),
            "array" => HaveArray(schemas, depth),
            "string" => HaveText(schemas),
            "integer" or "number" => HaveNumber(schemas),
            _ => Answer.Yes,
        };
        return answer is Answer.Yes && !isClear ? Answer.Unknown : answer;
    }

    private Answer HaveObject(IReadOnlyList<EffectiveSchema> schemas, int depth)
    {
        var last = schemas[^1];
        var names = schemas
            .SelectMany(schema => schema.Required.Keys.Where(name => Travels(schema, name)))
            .Concat(schemas.SelectMany(TagsOf))
            .Distinct(StringComparer.Ordinal);
        var all = Answer.Yes;
        foreach (var name in names)
        {
            if (!last.Properties.ContainsKey(name) && !last.Required.ContainsKey(name))
            {
                return Answer.No;
            }

            all = all.And(() => HaveProperty(schemas, name, depth));
        }

        return all;
    }

    // A property that lists its values tells objects apart, required or not.
    private static IEnumerable<string> TagsOf(EffectiveSchema schema) =>
        schema.Properties.Where(property => property.Value.Enum is { Count: 1 }).Select(property => property.Key);

    private Answer HaveProperty(IReadOnlyList<EffectiveSchema> schemas, string name, int depth)
    {
        var values = new List<EffectiveSchema>();
        foreach (var schema in schemas)
        {
            if (schema.Properties.TryGetValue(name, out var property))
            {
                values.Add(property);
            }
            else if (schema.ForbiddenPropertiesPlace is not null)
            {
                return Answer.No;
            }
            else if (schema.AdditionalProperties is { } others)
            {
                values.Add(others);
            }
        }

        return values.Count < 2 ? Answer.Yes : Have(values, depth + 1);
    }

    // Lists whose items have nothing in common share the empty list only, which nobody means.
    private Answer HaveArray(IReadOnlyList<EffectiveSchema> schemas, int depth)
    {
        var items = schemas.Select(schema => schema.Items).OfType<EffectiveSchema>().ToList();
        return HaveLimits(schemas, "array").And(() => items.Count < 2 ? Answer.Yes : Have(items, depth + 1));
    }

    private static Answer HaveNumber(IReadOnlyList<EffectiveSchema> schemas) =>
        HaveLimits(schemas, "number")
            .And(() => schemas.Any(schema => schema.Keyword("multipleOf") is not null) ? Answer.Unknown : Answer.Yes);

    private static Answer HaveText(IReadOnlyList<EffectiveSchema> schemas)
    {
        var formats = schemas
            .Select(schema => ValueFormats.Effective(schema, ValueFormats.Said(schema, schema.Keyword("format"))))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (formats.Exists(one => formats.Exists(other => ValueFormats.ExcludeEachOther(one, other))))
        {
            return Answer.No;
        }

        var patterns = schemas
            .SelectMany(schema => schema.Keywords("pattern"))
            .Select(pattern => pattern.ToString())
            .Distinct(StringComparer.Ordinal)
            .Count();
        return HaveLimits(schemas, "string").And(() => formats.Count + patterns > 1 ? Answer.Unknown : Answer.Yes);
    }

    // Example: maximum 5 and minimum 6 have no number in common.
    private static Answer HaveLimits(IReadOnlyList<EffectiveSchema> schemas, string type)
    {
        var limits = LimitRules
            .Keywords.Where(keyword => keyword.Type == type)
            .SelectMany(keyword => schemas.Select(schema => (keyword.IsUpper, Limit: keyword.Of(schema))))
            .Where(entry => entry.Limit is not null)
            .ToList();
        var uppers = limits.Where(entry => entry.IsUpper).Select(entry => entry.Limit!).ToList();
        var lowers = limits.Where(entry => !entry.IsUpper).Select(entry => entry.Limit!).ToList();
        return uppers.Exists(upper =>
            lowers.Exists(lower =>
                lower.Number > upper.Number
                || (lower.Number == upper.Number && (lower.IsExclusive || upper.IsExclusive))
            )
        )
            ? Answer.No
            : Answer.Yes;
    }

    private static bool Travels(EffectiveSchema schema, string name) =>
        !schema.Properties.TryGetValue(name, out var property) || PropertyLookup.Travels(property, Direction.Request);

    private static Answer Best<T>(IEnumerable<T> items, Func<T, Answer> ask)
    {
        var best = Answer.No;
        foreach (var item in items)
        {
            var answer = ask(item);
            best = answer > best ? answer : best;
            if (best is Answer.Yes)
            {
                break;
            }
        }

        return best;
    }
}
