using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Validates values against effective schemas.</summary>
internal sealed class SchemaValidator
{
    private const int MostProblems = 20;
    private const int DeepestValue = 100;

    private readonly ValueDirection _direction;
    private readonly bool _isSubset;

    private SchemaValidator(ValueDirection direction, bool isSubset)
    {
        _direction = direction;
        _isSubset = isSubset;
    }

    /// <summary>Lists what is wrong with a value; nothing when it is allowed.</summary>
    /// <param name="schema">What is allowed.</param>
    /// <param name="value">The value.</param>
    /// <param name="direction">Which way it travels.</param>
    public static IReadOnlyList<SchemaProblem> Validate(
        EffectiveSchema schema,
        JToken value,
        ValueDirection direction
    ) => new SchemaValidator(direction, isSubset: false).Run(schema, value);

    /// <summary>
    /// Lists what is wrong with a part of a response, as a consumer needs it. Members may be left out, and a member
    /// that the schema does not declare is wrong.
    /// </summary>
    /// <param name="schema">What is allowed.</param>
    /// <param name="value">The part.</param>
    public static IReadOnlyList<SchemaProblem> ValidateSubset(EffectiveSchema schema, JToken value) =>
        new SchemaValidator(ValueDirection.Response, isSubset: true).Run(schema, value);

    private List<SchemaProblem> Run(EffectiveSchema schema, JToken value)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(value);
        var problems = new List<SchemaProblem>();
        Validate(schema, value, new InstanceLocation("", 0, Around.Nothing), problems);
        return problems;
    }

    private void Validate(EffectiveSchema schema, JToken value, InstanceLocation at, List<SchemaProblem> problems)
    {
        if (problems.Count >= MostProblems || at.Depth > DeepestValue)
        {
            return;
        }

        if (value.Type is JTokenType.Null)
        {
            if (schema.NullablePlace is null && schema.Types is not null)
            {
                problems.Add(new SchemaProblem(at.Place, "must not be null"));
            }

            return;
        }

        if (schema.Types is { } types && !types.Any(type => ValueTypes.Is(value, type)))
        {
            problems.Add(
                new SchemaProblem(at.Place, $"must be {string.Join(" or ", types)}, not {ValueTypes.Name(value)}")
            );
            return;
        }

        ValidateEnum(schema, value, at.Place, problems);
        ValidateContent(schema, value, at, problems);
        foreach (var union in at.Around.Open(schema))
        {
            var known = _isSubset ? at.Around.Known.Concat(schema.Properties.Keys) : [];
            var inside = new Around([.. known], [.. at.Around.Choices, union.Place]);
            ValidateVariants(union, value, new InstanceLocation(at.Place, at.Depth + 1, inside), problems);
        }
    }

    private static void ValidateEnum(EffectiveSchema schema, JToken value, string place, List<SchemaProblem> problems)
    {
        if (schema.Enum is { } values && !values.Contains(CanonicalValue.Text(value)))
        {
            var allowed = string.Join(", ", values.Order(StringComparer.Ordinal).Take(12));
            problems.Add(new SchemaProblem(place, $"must be one of {allowed}"));
        }
    }

    private void ValidateContent(
        EffectiveSchema schema,
        JToken value,
        InstanceLocation at,
        List<SchemaProblem> problems
    )
    {
        switch (value)
        {
            case JValue { Value: string text }:
                Add(problems, at, ValueLimits.OfText(schema, text));
                break;
            case JValue { Type: JTokenType.Integer or JTokenType.Float } number:
                Add(problems, at, ValueLimits.OfNumber(schema, number));
                break;
            case JArray list:
                Add(problems, at, ValueLimits.OfList(schema, list));
                ValidateItems(schema, list, at, problems);
                break;
            case JObject node:
                ValidateRequired(schema, node, at, problems);
                ValidateMembers(schema, node, at, problems);
                break;
        }
    }

    private static void Add(List<SchemaProblem> problems, InstanceLocation at, IEnumerable<string> messages) =>
        problems.AddRange(messages.Select(message => new SchemaProblem(at.Place, message)));

    private void ValidateItems(EffectiveSchema schema, JArray list, InstanceLocation at, List<SchemaProblem> problems)
    {
        if (schema.Items is not { } items)
        {
            return;
        }

        for (var i = 0; i < list.Count; i++)
        {
            Validate(items, list[i], at.Item(i), problems);
        }
    }

    private void ValidateRequired(
        EffectiveSchema schema,
        JObject node,
        InstanceLocation at,
        List<SchemaProblem> problems
    )
    {
        if (_isSubset)
        {
            return;
        }

        foreach (var name in schema.Required.Keys)
        {
            if (node[name] is null && !(schema.Properties.TryGetValue(name, out var property) && IsHidden(property)))
            {
                problems.Add(new SchemaProblem(at.Member(name).Place, "is required"));
            }
        }
    }

    private void ValidateMembers(
        EffectiveSchema schema,
        JObject node,
        InstanceLocation at,
        List<SchemaProblem> problems
    )
    {
        var others = schema.AdditionalProperties;
        foreach (var member in node.Properties())
        {
            var inside = at.Member(member.Name);
            if (schema.Properties.TryGetValue(member.Name, out var property))
            {
                Validate(property, member.Value, inside, problems);
            }
            else if (schema.ForbiddenPropertiesPlace is not null)
            {
                problems.Add(new SchemaProblem(inside.Place, "is not known"));
            }
            else if (others is not null)
            {
                Validate(others, member.Value, inside, problems);
            }
            else if (_isSubset && IsUndeclared(schema, member.Name, at.Around))
            {
                problems.Add(new SchemaProblem(inside.Place, "is not declared"));
            }
        }
    }

    // The variant that the discriminator names, or else any that fits: the description uses oneOf where variants
    // overlap.
    private void ValidateVariants(SchemaUnion union, JToken value, InstanceLocation at, List<SchemaProblem> problems)
    {
        if (Chosen(union, value) is { } chosen)
        {
            Validate(chosen.Schema, value, at, problems);
            return;
        }

        if (union.IsImplied)
        {
            return;
        }

        List<SchemaProblem>? fewest = null;
        foreach (var choice in union.Choices)
        {
            var found = new List<SchemaProblem>();
            Validate(choice.Schema, value, at, found);
            if (found.Count == 0)
            {
                return;
            }

            if (fewest is null || found.Count < fewest.Count)
            {
                fewest = found;
            }
        }

        if (UnknownTag(union, value) is { } allowed)
        {
            problems.Add(
                new SchemaProblem(
                    at.Member(union.DiscriminatorName!).Place,
                    $"must be one of {string.Join(", ", allowed)}"
                )
            );
            return;
        }

        problems.AddRange(fewest ?? []);
    }

    // The values that the discriminator may have, when it has none of them. What is wrong with one variant of many
    // says nothing then. Example: source_type is video_url, and the union has six other values.
    private static List<string>? UnknownTag(SchemaUnion union, JToken value)
    {
        if (union.DiscriminatorName is not { } name || value.Member(name) is not JValue { Value: string })
        {
            return null;
        }

        List<string> tags =
        [
            .. union
                .Choices.SelectMany(choice => choice.TagsOfUnion.Append(choice.Tag))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return tags.Count > 0 ? tags : null;
    }

    private static SchemaChoice? Chosen(SchemaUnion union, JToken value) =>
        union.DiscriminatorName is { } name && value is JObject node && (string?)(node[name] as JValue) is { } tag
            ? union.Choices.FirstOrDefault(choice => choice.Tag == tag || choice.Tags.Contains(tag))
            : null;

    // An object of which nothing is declared may hold anything. What a union does not declare, one of its variants may.
    private static bool IsUndeclared(EffectiveSchema schema, string name, Around around) =>
        schema.Properties.Count > 0
        && !around.Open(schema).Any()
        && !around.Known.Contains(name)
        && schema.Keyword("additionalProperties", JsonAccess.IsTrue) is null;

    // A request need not contain a readOnly property, a response need not contain a writeOnly one.
    private bool IsHidden(EffectiveSchema property) =>
        (_direction is ValueDirection.Request ? property.ReadOnlyPlace : property.WriteOnlyPlace) is not null;

    private readonly record struct InstanceLocation(string Place, int Depth, Around Around)
    {
        public InstanceLocation Item(int index) => new($"{Place}[{index}]", Depth + 1, Around.Nothing);

        public InstanceLocation Member(string name) =>
            new(Place.Length == 0 ? name : $"{Place}.{name}", Depth + 1, Around.Nothing);
    }

    // What is known around a variant: the names that the union declares beside it, and the unions that led to it. A
    // subtype may name the union that its base is, and following that union again would not end.
    private sealed record Around(IReadOnlyCollection<string> Known, IReadOnlyList<JToken> Choices)
    {
        public static Around Nothing { get; } = new([], []);

        public IEnumerable<SchemaUnion> Open(EffectiveSchema schema) =>
            schema.Unions.Where(union => !Choices.Any(choice => ReferenceEquals(choice, union.Place)));
    }
}
