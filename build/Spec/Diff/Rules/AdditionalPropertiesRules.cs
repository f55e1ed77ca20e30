using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about properties that a schema does not name.</summary>
internal static class AdditionalPropertiesRules
{
    public static readonly SchemaRule AdditionalPropertiesForbidden = new("additional-properties-forbidden")
    {
        Message = "{0} allows no other properties now.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "What is sent beside the named properties is refused.",
        Remedy = "Send the named properties only.",
        Example = "additionalProperties: false comes",
        Find = FindForbidden,
    };

    public static readonly SchemaRule AdditionalPropertiesAllowed = new("additional-properties-allowed")
    {
        Message = "{0} allows other properties now.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "Readers pass over what they do not know.",
        Remedy = "Nothing.",
        Example = "additionalProperties: false goes",
        Find = FindAllowed,
    };

    public static readonly SchemaRule AdditionalPropertiesTyped = new("additional-properties-typed")
    {
        Message = "Other properties of {0} must follow a schema now.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Check what you send.",
        Example = "additionalProperties: {type: string} comes",
        Find = FindTyped,
    };

    public static readonly SchemaRule AdditionalPropertiesUntyped = new("additional-properties-untyped")
    {
        Message = "Other properties of {0} need no longer follow a schema.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "additionalProperties: {type: string} goes",
        Find = FindUntyped,
    };

    private static IEnumerable<Change> FindForbidden(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Allows("object")
        && schemas.Base.ForbiddenPropertiesPlace is null
        && schemas.Revision.ForbiddenPropertiesPlace is { } place
            ? [new(schemas.Base.Keyword("additionalProperties"), place)]
            : [];

    private static IEnumerable<Change> FindAllowed(Sides<EffectiveSchema> schemas) =>
        schemas.Revision.Allows("object")
        && schemas.Base.ForbiddenPropertiesPlace is { } place
        && schemas.Revision.ForbiddenPropertiesPlace is null
            ? [new(place, schemas.Revision.Keyword("additionalProperties"))]
            : [];

    private static IEnumerable<Change> FindTyped(Sides<EffectiveSchema> schemas) =>
        !Restricts(schemas.Base.AdditionalProperties)
        && Restricts(schemas.Revision.AdditionalProperties)
        && schemas.Base.ForbiddenPropertiesPlace is null
            ? [Change.Added(schemas.Revision.Keyword("additionalProperties"))]
            : [];

    private static IEnumerable<Change> FindUntyped(Sides<EffectiveSchema> schemas) =>
        Restricts(schemas.Base.AdditionalProperties)
        && !Restricts(schemas.Revision.AdditionalProperties)
        && schemas.Revision.ForbiddenPropertiesPlace is null
            ? [Change.Removed(schemas.Base.Keyword("additionalProperties"))]
            : [];

    // additionalProperties: {} restricts nothing.
    private static bool Restricts(EffectiveSchema? schema) =>
        schema is not null && schema.Parts.Any(part => part.HasValues);
}
