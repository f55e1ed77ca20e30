using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Two schemas to compare. Two pairs that are equal have the same result, so each is compared once.</summary>
/// <param name="Schemas">The schemas.</param>
/// <param name="Direction">The direction in which their values travel.</param>
internal sealed record SchemaPair(Sides<EffectiveSchema> Schemas, Direction Direction)
{
    /// <summary>Gets the rules that have no meaning here.</summary>
    public IgnoredRules Ignored { get; init; }

    /// <summary>
    /// Gets the schemas that have the unions whose variants these are; null where the schema is no variant, or where
    /// the union has nothing beside its variants. A property of such a schema is a property of each variant. Example:
    /// {properties: {id}, oneOf: [{properties: {a}}, {properties: {b}}]}: each variant has the property id too.
    /// </summary>
    public Sides<EffectiveSchema?> UnionOwners { get; init; }

    /// <summary>Gets the variants that the schemas are; null where the union has no discriminator.</summary>
    public Sides<SchemaChoice?> Variants { get; init; }

    /// <summary>Gets the variants whose discriminator the schemas are; null for all other schemas.</summary>
    public Sides<SchemaChoice?> DiscriminatorOf { get; init; }

    /// <summary>Gets whether the values are written in XML.</summary>
    public bool IsXml { get; init; }

    /// <summary>Gets the reference that led here from different places on the two sides, or null.</summary>
    public SwitchedReference? SwitchedReference { get; init; }

    /// <summary>
    /// Gets the places that lead here, where one side writes something around a component and the other does not; null
    /// elsewhere. Example: oneOf [{$ref: Pin}, {type: null}] becomes {$ref: Pin}: what changed is the place of use, not
    /// the component Pin.
    /// </summary>
    public Sides<JToken?> Uses { get; init; }

    /// <summary>Gets how the values are written.</summary>
    public ValueWriting Writing { get; init; }

    /// <summary>Gets how the members of the values are written, where the values are forms; otherwise null.</summary>
    public FormFields? Fields { get; init; }

    /// <summary>Gives the pair of two schemas of the same values, for example of two variants.</summary>
    public SchemaPair LeadingTo(
        EffectiveSchema baseSchema,
        EffectiveSchema revisionSchema,
        IgnoredRules ignored = IgnoredRules.None
    ) =>
        new(new(baseSchema, revisionSchema), Direction)
        {
            Ignored = IgnoredAs(Writing, ignored),
            IsXml = IsXml,
            SwitchedReference = SwitchedReference,
            Writing = Writing,
            Fields = Fields,
        };

    /// <summary>Gives the pair of the schemas of a property, of items, or of other properties.</summary>
    /// <param name="name">The name of the property, or null.</param>
    /// <param name="schemas">The schemas.</param>
    /// <param name="ignored">The rules that have no meaning there.</param>
    public SchemaPair LeadingToMember(
        string? name,
        Sides<EffectiveSchema> schemas,
        IgnoredRules ignored = IgnoredRules.None
    )
    {
        var pair = LeadingTo(schemas.Base, schemas.Revision, ignored);
        if (Fields is null)
        {
            return pair;
        }

        var writing = Fields.WritingOf(name, schemas);
        return pair with { Writing = writing, Fields = null, Ignored = IgnoredAs(writing, ignored) };
    }

    /// <summary>
    /// Gives the rules that have no meaning for values that are written in some way. A text cannot be null.
    /// </summary>
    public static IgnoredRules IgnoredAs(ValueWriting writing, IgnoredRules ignored) =>
        writing is ValueWriting.Json ? ignored : ignored | IgnoredRules.Nullability;
}
