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
