using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about the type of a value. Example: number becomes integer narrows, integer becomes string changes.
/// </summary>
internal static class TypeRules
{
    public static readonly SchemaRule TypeChanged = new("type-changed")
    {
        Message = "The type of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "A JSON value of one type is not a value of the other.",
        Remedy = "Send and read values of the new type.",
        Example = "type: integer becomes type: string",
        Find = FindChanged,
    };

    public static readonly SchemaRule TypeNarrowed = new("type-narrowed")
    {
        Message = "{0} now allows only the type {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Send values of the new type.",
        Example = "type: number becomes type: integer",
        Find = FindNarrowed,
    };

    public static readonly SchemaRule TypeWidened = new("type-widened")
    {
        Message = "{0} now allows the type {2} (before: {1}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = RuleTexts.Wider,
        Remedy = "Handle values of the new type when you read responses.",
        Example = "type: integer becomes type: number",
        Find = FindWidened,
    };

    /// <summary>Tells whether all values of some types are values of others. Example: number covers integer.</summary>
    public static bool Covers(IReadOnlySet<string> wide, IReadOnlySet<string> narrow) =>
        narrow.All(type => wide.Contains(type) || (type == "integer" && wide.Contains("number")));

    private static IEnumerable<Change> FindChanged(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Types is { } baseTypes
        && schemas.Revision.Types is { } revisionTypes
        && !Covers(baseTypes, revisionTypes)
        && !Covers(revisionTypes, baseTypes)
            ?
            [
                new(
                    schemas.Base.TypePlace ?? schemas.Base.Node,
                    schemas.Revision.TypePlace ?? schemas.Revision.Node,
                    RuleTexts.List(baseTypes),
                    RuleTexts.List(revisionTypes)
                ),
            ]
            : [];

    private static IEnumerable<Change> FindNarrowed(Sides<EffectiveSchema> schemas)
    {
        var (baseSchema, revisionSchema) = schemas;
        if (HasUnion(schemas) || revisionSchema.Types is not { } revisionTypes)
        {
            return [];
        }

        if (baseSchema.Types is not { } baseTypes)
        {
            return revisionSchema.TypePlace is null
                ? []
                : [new(null, revisionSchema.TypePlace, "any", RuleTexts.List(revisionTypes))];
        }

        return Covers(baseTypes, revisionTypes) && !Covers(revisionTypes, baseTypes)
            ? [Typed(schemas, baseTypes, revisionTypes)]
            : [];
    }

    private static IEnumerable<Change> FindWidened(Sides<EffectiveSchema> schemas)
    {
        var (baseSchema, revisionSchema) = schemas;
        if (HasUnion(schemas) || baseSchema.Types is not { } baseTypes)
        {
            return [];
        }

        if (revisionSchema.Types is not { } revisionTypes)
        {
            return baseSchema.TypePlace is null
                ? []
                : [new(baseSchema.TypePlace, null, RuleTexts.List(baseTypes), "any")];
        }

        return Covers(revisionTypes, baseTypes) && !Covers(baseTypes, revisionTypes)
            ? [Typed(schemas, baseTypes, revisionTypes)]
            : [];
    }

    // The types of a union are those of its variants, which have rules of their own.
    private static bool HasUnion(Sides<EffectiveSchema> schemas) => schemas.Any(schema => schema.Union is not null);

    private static Change Typed(
        Sides<EffectiveSchema> schemas,
        IReadOnlySet<string> baseTypes,
        IReadOnlySet<string> revisionTypes
    ) =>
        new(
            schemas.Base.TypePlace,
            schemas.Revision.TypePlace,
            RuleTexts.List(baseTypes),
            RuleTexts.List(revisionTypes)
        );
}
