using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the values that an enum lists.</summary>
internal static class EnumRules
{
    public static readonly SchemaRule EnumValueRemoved = new("enum-value-removed")
    {
        Message = "Values of {0} were removed: {1}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request that still sends the value is rejected.",
        Remedy = "Send one of the remaining values.",
        Example = "enum [A, B] becomes [A]",
        Find = FindValueRemoved,
    };

    public static readonly SchemaRule EnumValueAdded = new("enum-value-added")
    {
        Message = "Values of {0} were added: {2}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "Code that knows only the old values will receive new ones. A client with open enums is not affected.",
        Remedy = "Handle unknown values.",
        Example = "enum [A] becomes [A, B]",
        Find = FindValueAdded,
    };

    public static readonly SchemaRule EnumValuesReplaced = new("enum-values-replaced")
    {
        Message = "All values of {0} were replaced: {1} became {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "No old value is left. Requests with one are rejected, and readers receive values that they do not know.",
        Remedy = "Send and read the new values.",
        Example = "enum [A, B] becomes [C, D]",
        Find = schemas => FindReplaced(schemas, areConstants: false),
    };

    public static readonly SchemaRule ConstantChanged = new("const-changed")
    {
        Message = "The only value of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "Requests with the old value are rejected, and readers no longer receive the value that they know.",
        Remedy = "Send and read the new value.",
        Example = "const: v1 becomes const: v2",
        Find = schemas => FindReplaced(schemas, areConstants: true),
    };

    public static readonly SchemaRule EnumAdded = new("enum-added")
    {
        Message = "{0} now allows only these values: {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Send one of the listed values.",
        Example = "an enum is added to a free string",
        Find = FindEnumAdded,
    };

    public static readonly SchemaRule EnumDropped = new("enum-dropped")
    {
        Message = "{0} is no longer limited to these values: {1}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "the enum of a string is removed",
        Find = FindEnumDropped,
    };

    /// <summary>
    /// Tells whether the schemas have a type in common. If not, only type-changed is reported. Example: enum [A] of
    /// strings becomes type: integer.
    /// </summary>
    public static bool HaveCommonType(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Types is not { } baseTypes
        || schemas.Revision.Types is not { } revisionTypes
        || baseTypes.Overlaps(revisionTypes)
        || TypeRules.Covers(baseTypes, revisionTypes)
        || TypeRules.Covers(revisionTypes, baseTypes);

    /// <summary>Tells whether two lists of values have none in common, so that all values were replaced.</summary>
    public static bool AreReplaced(
        IReadOnlyCollection<string> baseValues,
        IReadOnlyCollection<string> revisionValues
    ) => baseValues.Count > 0 && revisionValues.Count > 0 && !baseValues.Intersect(revisionValues).Any();

    private static bool IsCompared(Sides<EffectiveSchema> schemas) =>
        HaveCommonType(schemas) && !AreReplaced(schemas.Base.Enum!, schemas.Revision.Enum!);

    private static IEnumerable<Change> FindReplaced(Sides<EffectiveSchema> schemas, bool areConstants)
    {
        if (
            schemas.Base.Enum is not { } baseValues
            || schemas.Revision.Enum is not { } revisionValues
            || !HaveCommonType(schemas)
            || !AreReplaced(baseValues, revisionValues)
            || schemas.All(schema => IsConstant(schema.EnumPlace)) != areConstants
        )
        {
            return [];
        }

        return
        [
            new(
                schemas.Base.EnumPlace,
                schemas.Revision.EnumPlace,
                RuleTexts.List(baseValues),
                RuleTexts.List(revisionValues)
            ),
        ];
    }

    private static bool IsConstant(JToken? place) => place?.Parent is JProperty { Name: "const" };

    private static IEnumerable<Change> FindValueRemoved(Sides<EffectiveSchema> schemas)
    {
        if (schemas.Base.Enum is not { } baseValues || schemas.Revision.Enum is not { } revisionValues)
        {
            return [];
        }

        var removed = IsCompared(schemas) ? baseValues.Except(revisionValues).ToList() : [];
        return removed.Count == 0
            ? []
            : [new(schemas.Base.EnumPlace, schemas.Revision.EnumPlace, RuleTexts.List(removed))];
    }

    private static IEnumerable<Change> FindValueAdded(Sides<EffectiveSchema> schemas)
    {
        if (schemas.Base.Enum is not { } baseValues || schemas.Revision.Enum is not { } revisionValues)
        {
            return [];
        }

        var added = IsCompared(schemas) ? revisionValues.Except(baseValues).ToList() : [];
        return added.Count == 0
            ? []
            : [new(schemas.Base.EnumPlace, schemas.Revision.EnumPlace, null, RuleTexts.List(added))];
    }

    private static IEnumerable<Change> FindEnumAdded(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Enum is null && schemas.Revision.Enum is { } values && HaveCommonType(schemas)
            ? [Change.Added(schemas.Revision.EnumPlace, RuleTexts.List(values))]
            : [];

    private static IEnumerable<Change> FindEnumDropped(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Enum is { } values && schemas.Revision.Enum is null && HaveCommonType(schemas)
            ? [Change.Removed(schemas.Base.EnumPlace, RuleTexts.List(values))]
            : [];
}
