using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about limits: each keyword has one for a tighter and one for a looser limit. A keyword that limits values
/// of a type that the schema does not allow has no effect. Example: minItems of a string.
/// </summary>
internal static class LimitRules
{
    private static readonly LimitKeyword MaxLength = new("maxLength", "string", IsUpper: true);
    public static readonly LimitKeyword MinLength = new("minLength", "string", IsUpper: false) { WithoutEffect = 0 };

    /// <summary>The largest number.</summary>
    public static readonly LimitKeyword Maximum = new("maximum", "number", IsUpper: true)
    {
        Exclusive = "exclusiveMaximum",
    };

    /// <summary>The smallest number.</summary>
    public static readonly LimitKeyword Minimum = new("minimum", "number", IsUpper: false)
    {
        Exclusive = "exclusiveMinimum",
    };
    private static readonly LimitKeyword MaxItems = new("maxItems", "array", IsUpper: true);
    private static readonly LimitKeyword MinItems = new("minItems", "array", IsUpper: false) { WithoutEffect = 0 };
    private static readonly LimitKeyword MaxProperties = new("maxProperties", "object", IsUpper: true);
    private static readonly LimitKeyword MinProperties = new("minProperties", "object", IsUpper: false)
    {
        WithoutEffect = 0,
    };

    /// <summary>Gets all keywords that limit values from above or from below.</summary>
    public static IReadOnlyList<LimitKeyword> Keywords { get; } =
    [MaxLength, MinLength, Maximum, Minimum, MaxItems, MinItems, MaxProperties, MinProperties];

    public static readonly SchemaRule MaxLengthDecreased = Tightened(MaxLength);
    public static readonly SchemaRule MaxLengthIncreased = Loosened(MaxLength);
    public static readonly SchemaRule MinLengthIncreased = Tightened(MinLength);
    public static readonly SchemaRule MinLengthDecreased = Loosened(MinLength);
    public static readonly SchemaRule MaximumDecreased = Tightened(Maximum);
    public static readonly SchemaRule MaximumIncreased = Loosened(Maximum);
    public static readonly SchemaRule MinimumIncreased = Tightened(Minimum);
    public static readonly SchemaRule MinimumDecreased = Loosened(Minimum);
    public static readonly SchemaRule MaxItemsDecreased = Tightened(MaxItems);
    public static readonly SchemaRule MaxItemsIncreased = Loosened(MaxItems);
    public static readonly SchemaRule MinItemsIncreased = Tightened(MinItems);
    public static readonly SchemaRule MinItemsDecreased = Loosened(MinItems);
    public static readonly SchemaRule MaxPropertiesDecreased = Tightened(MaxProperties);
    public static readonly SchemaRule MaxPropertiesIncreased = Loosened(MaxProperties);
    public static readonly SchemaRule MinPropertiesIncreased = Tightened(MinProperties);
    public static readonly SchemaRule MinPropertiesDecreased = Loosened(MinProperties);

    public static readonly SchemaRule LimitWithoutEffect = new("limit-without-effect")
    {
        Message = "A limit of {0} changed from {1} to {2}, which excludes no value.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "Every value that the schema allows is within the limit.",
        Remedy = RuleTexts.NoAction,
        Example = "enum [A, B] gets maxLength: 50",
        Find = schemas =>
            Keywords
                .SelectMany(keyword => FindWithoutEffect(schemas, keyword))
                .Concat(PatternDifference.WithoutEffect(schemas)),
    };

    private static SchemaRule Tightened(LimitKeyword keyword) =>
        new($"{keyword.Name}-{(keyword.IsUpper ? "decreased" : "increased")}")
        {
            Message = $"The {keyword.Name} of {{0}} changed from {{1}} to {{2}}.",
            InRequest = Breaking,
            InResponse = Compatible,
            Why = RuleTexts.Narrower,
            Remedy = RuleTexts.CheckValues,
            Example = $"{keyword.Name} {(keyword.IsUpper ? "10 becomes 5" : "5 becomes 10")}, or is added",
            Find = schemas => Find(schemas, keyword, isTighter: true),
        };

    private static SchemaRule Loosened(LimitKeyword keyword) =>
        new($"{keyword.Name}-{(keyword.IsUpper ? "increased" : "decreased")}")
        {
            Message = $"The {keyword.Name} of {{0}} changed from {{1}} to {{2}}.",
            InRequest = Compatible,
            InResponse = Breaking,
            Why = RuleTexts.Wider,
            Remedy = RuleTexts.ReadMore,
            Example = $"{keyword.Name} {(keyword.IsUpper ? "5 becomes 10" : "10 becomes 5")}, or is removed",
            Find = schemas => Find(schemas, keyword, isTighter: false),
        };

    private static IEnumerable<Change> Find(Sides<EffectiveSchema> schemas, LimitKeyword keyword, bool isTighter)
    {
        if (!schemas.Base.Allows(keyword.Type) || !schemas.Revision.Allows(keyword.Type))
        {
            return [];
        }

        var baseLimit = keyword.Of(schemas.Base);
        var revisionLimit = keyword.Of(schemas.Revision);
        var isFound = isTighter
            ? keyword.IsTighter(revisionLimit, baseLimit)
            : keyword.IsTighter(baseLimit, revisionLimit);
        return isFound
            ?
            [
                new(
                    baseLimit?.Place,
                    revisionLimit?.Place,
                    baseLimit?.ToString() ?? "none",
                    revisionLimit?.ToString() ?? "none"
                ),
            ]
            : [];
    }

    private static IEnumerable<Change> FindWithoutEffect(Sides<EffectiveSchema> schemas, LimitKeyword keyword)
    {
        if (
            !schemas.All(schema => schema.Allows(keyword.Type)) || schemas.Any(schema => keyword.Of(schema) is not null)
        )
        {
            return [];
        }

        var (baseLimit, revisionLimit) = schemas.Select(keyword.Written);
        return baseLimit?.Number == revisionLimit?.Number
            ? []
            : [new(baseLimit?.Place, revisionLimit?.Place, Said(baseLimit), Said(revisionLimit))];

        string Said(SchemaLimit? limit) => limit is null ? "none" : $"{keyword.Name} {limit}";
    }
}
