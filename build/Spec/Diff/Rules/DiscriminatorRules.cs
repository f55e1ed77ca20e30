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
        Message = "The discriminator value of a form of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "The old value is not known any more, the new one not yet.",
        Remedy = "Send and read the new value.",
        Example = "discriminator.mapping changes",
    };

    public static readonly DiffRule DiscriminatorValueRemoved = new("discriminator-value-removed")
    {
        Message = "{0} is no longer told by the discriminator value {1}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "Who sends that value is refused.",
        Remedy = "Send another value.",
        Example = "discriminator.mapping loses a second name of a form",
    };

    public static readonly DiffRule DiscriminatorValueAdded = new("discriminator-value-added")
    {
        Message = "{0} may be told by the discriminator value {2}, too.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "A reader that knows the old values only meets the new one.",
        Remedy = "Read the new value.",
        Example = "discriminator.mapping gets a second name of a form",
    };

    public static readonly SchemaRule DiscriminatorPropertyChanged = new("discriminator-property-changed")
    {
        Message = "{0} is told apart by {2} now, no longer by {1}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "Readers look at the wrong property.",
        Remedy = "Read and send the new property.",
        Example = "discriminator.propertyName changes",
        Find = FindPropertyChanged,
    };

    public static readonly SchemaRule DiscriminatorAdded = new("discriminator-added")
    {
        Message = "The forms of {0} are told apart by {2} now.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "Who does not send it may be refused.",
        Remedy = "Send the property.",
        Example = "discriminator comes",
        Find = FindAdded,
    };

    public static readonly SchemaRule DiscriminatorRemoved = new("discriminator-removed")
    {
        Message = "The forms of {0} are no longer told apart by {1}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "A reader that looks at the property may not find it.",
        Remedy = "Tell the forms apart by what they hold.",
        Example = "discriminator goes",
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
