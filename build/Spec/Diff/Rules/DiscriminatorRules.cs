using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about the discriminator of a union and the values that stand for its variants. Compare/VariantComparer
/// finds those about values, because a value belongs to a variant, and only the pairing knows its partner.
/// </summary>
internal static class DiscriminatorRules
{
    public static readonly DiffRule DiscriminatorValueChanged = new("discriminator-value-changed")
    {
        Message = "The discriminator value of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why =
            "A request with the old value is rejected. Code that knows only the old value does not "
            + "recognize the new one.",
        Remedy = "Send the new value, and handle it when you read responses.",
        Example = "discriminator.mapping changes",
    };

    public static readonly DiffRule DiscriminatorValueRemoved = new("discriminator-value-removed")
    {
        Message = "The discriminator value {1} no longer selects {0}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with that value is rejected.",
        Remedy = "Send one of the remaining values.",
        Example = "a second name of a variant is removed from discriminator.mapping",
    };

    public static readonly DiffRule DiscriminatorValueAdded = new("discriminator-value-added")
    {
        Message = "The discriminator value {2} now also selects {0}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "Code that knows only the old values will receive a new one.",
        Remedy = "Handle the new value when you read responses.",
        Example = "a second name of a variant is added to discriminator.mapping",
    };

    public static readonly SchemaRule DiscriminatorPropertyChanged = new("discriminator-property-changed")
    {
        Message = "The discriminator property of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "Code that sends or reads the old property cannot tell the variants apart.",
        Remedy = "Send and read the new property.",
        Example = "discriminator.propertyName changes",
        Find = FindPropertyChanged,
    };

    public static readonly SchemaRule DiscriminatorAdded = new("discriminator-added")
    {
        Message = "{0} now has the discriminator property {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "A request without the property may be rejected.",
        Remedy = "Send the property, with the value of the variant.",
        Example = "a discriminator is added",
        Find = FindAdded,
    };

    public static readonly SchemaRule DiscriminatorRemoved = new("discriminator-removed")
    {
        Message = "{0} no longer has the discriminator property {1}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "Code that chooses the variant by this property may not find it.",
        Remedy = "Choose the variant by its other properties.",
        Example = "a discriminator is removed",
        Find = FindRemoved,
    };

    public static readonly SchemaRule DiscriminatorDefaultAdded = new("discriminator-default-added")
    {
        Message = "{0} has a default variant: {2}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "A response may lack the discriminator, or have an unknown value of it.",
        Remedy = "Read such a value as the default variant.",
        Example = "discriminator.defaultMapping is added (3.2)",
        Find = schemas => FindDefault(schemas, (before, after) => before is null && after is not null),
    };

    public static readonly SchemaRule DiscriminatorDefaultRemoved = new("discriminator-default-removed")
    {
        Message = "{0} no longer has the default variant {1}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request without a known value of the discriminator is rejected.",
        Remedy = "Always send a known value of the discriminator.",
        Example = "discriminator.defaultMapping is removed (3.2)",
        Find = schemas => FindDefault(schemas, (before, after) => before is not null && after is null),
    };

    public static readonly SchemaRule DiscriminatorDefaultChanged = new("discriminator-default-changed")
    {
        Message = "The default variant of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "A value without a known discriminator is read as another variant.",
        Remedy = "Send and read the new default variant.",
        Example = "discriminator.defaultMapping changes (3.2)",
        Find = schemas => FindDefault(schemas, (before, after) => before is not null && after is not null),
    };

    private static IEnumerable<Change> FindDefault(
        Sides<EffectiveSchema> schemas,
        Func<string?, string?, bool> isWanted
    )
    {
        var places = schemas.Select(schema => schema.Union?.Discriminator?["defaultMapping"]);
        var (before, after) = places.Select(NameOfDefault);
        return before != after && schemas.All(schema => schema.Union is not null) && isWanted(before, after)
            ? [new(places.Base, places.Revision, before, after)]
            : [];
    }

    // The name of a component, or its pointer.
    private static string? NameOfDefault(JToken? target) =>
        target.Text() is { } text ? References.SchemaName(text) ?? text : null;

    private static IEnumerable<Change> FindPropertyChanged(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Union is { DiscriminatorName: { } baseName } baseUnion
        && schemas.Revision.Union is { DiscriminatorName: { } revisionName } revisionUnion
        && baseName != revisionName
            ? [new(baseUnion.Discriminator, revisionUnion.Discriminator, baseName, revisionName)]
            : [];

    private static IEnumerable<Change> FindAdded(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Union is { DiscriminatorName: null }
        && schemas.Revision.Union is { DiscriminatorName: { } name, Discriminator: var place }
            ? [Change.Added(place, name)]
            : [];

    private static IEnumerable<Change> FindRemoved(Sides<EffectiveSchema> schemas) =>
        schemas.Revision.Union is { DiscriminatorName: null }
        && schemas.Base.Union is { DiscriminatorName: { } name, Discriminator: var place }
            ? [Change.Removed(place, name)]
            : [];
}
