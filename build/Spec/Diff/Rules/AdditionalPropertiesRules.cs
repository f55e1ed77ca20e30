using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about properties that a schema does not name.</summary>
internal static class AdditionalPropertiesRules
{
    public static readonly SchemaRule AdditionalPropertiesForbidden = new("additional-properties-forbidden")
    {
        Message = "{0} no longer allows additional properties.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with a property that the schema does not list is rejected.",
        Remedy = "Send only the listed properties.",
        Example = "additionalProperties: false is added",
        Find = FindForbidden,
    };

    public static readonly SchemaRule AdditionalPropertiesAllowed = new("additional-properties-allowed")
    {
        Message = "{0} now allows additional properties.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "Requests stay valid, and readers ignore properties that they do not know.",
        Remedy = RuleTexts.NoAction,
        Example = "additionalProperties: false is removed",
        Find = FindAllowed,
    };

    public static readonly SchemaRule AdditionalPropertiesTyped = new("additional-properties-typed")
    {
        Message = "Additional properties of {0} must now match a schema.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Check the additional properties that you send against the schema.",
        Example = "additionalProperties: {type: string} is added",
        Find = FindTyped,
    };

    public static readonly SchemaRule AdditionalPropertiesUntyped = new("additional-properties-untyped")
    {
        Message = "Additional properties of {0} no longer have to match a schema.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "additionalProperties: {type: string} is removed",
        Find = FindUntyped,
    };

    private static IEnumerable<Change> FindForbidden(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Allows("object")
        && OtherProperties.ForbiddenPlace(schemas.Revision) is { } place
        && Forbids(schemas.Revision, schemas.Base)
            ? [new(OtherProperties.Of(schemas.Base)?.Place, place)]
            : [];

    private static IEnumerable<Change> FindAllowed(Sides<EffectiveSchema> schemas) =>
        schemas.Revision.Allows("object")
        && OtherProperties.ForbiddenPlace(schemas.Base) is { } place
        && Forbids(schemas.Base, schemas.Revision)
            ? [new(place, OtherProperties.Of(schemas.Revision)?.Place)]
            : [];

    private static IEnumerable<Change> FindTyped(Sides<EffectiveSchema> schemas) =>
        !Restricts(schemas.Base) && Restricts(schemas.Revision) && OtherProperties.Closed(schemas.Base) is null
            ? [Change.Added(OtherProperties.Of(schemas.Revision)!.Place)]
            : [];

    private static IEnumerable<Change> FindUntyped(Sides<EffectiveSchema> schemas) =>
        Restricts(schemas.Base) && !Restricts(schemas.Revision) && OtherProperties.Closed(schemas.Revision) is null
            ? [Change.Removed(OtherProperties.Of(schemas.Base)!.Place)]
            : [];

    private static bool Forbids(EffectiveSchema schema, EffectiveSchema other) =>
        OtherProperties.Closed(schema)?.RejectsMoreThan(OtherProperties.Closed(other), schema.Properties.Keys) == true;

    // additionalProperties: {} restricts nothing.
    private static bool Restricts(EffectiveSchema schema) =>
        OtherProperties.Of(schema)?.Schema is { } others && others.Parts.Any(part => part.HasValues);
}
