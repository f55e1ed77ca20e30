using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Finds the properties of schemas, where unions and directions play a part.</summary>
internal static class PropertyLookup
{
    /// <summary>Gives the schema that has a property: the schema itself, or the schema whose variant it is.</summary>
    public static EffectiveSchema? Holder(EffectiveSchema schema, EffectiveSchema? unionOwner, string name)
    {
        if (schema.Properties.ContainsKey(name))
        {
            return schema;
        }

        return unionOwner?.Properties.ContainsKey(name) == true ? unionOwner : null;
    }

    /// <summary>Gives the schemas that have a property on the two sides.</summary>
    public static Sides<EffectiveSchema?> Holders(SchemaPair pair, string name) =>
        new(
            Holder(pair.Schemas.Base, pair.UnionOwners.Base, name),
            Holder(pair.Schemas.Revision, pair.UnionOwners.Revision, name)
        );

    /// <summary>
    /// Tells whether a property travels in a direction: readOnly ones are not sent, writeOnly ones not returned.
    /// </summary>
    public static bool Travels(EffectiveSchema property, Direction direction) =>
        (direction is Direction.Request ? property.ReadOnlyPlace : property.WriteOnlyPlace) is null;

    /// <summary>
    /// Tells whether a schema is a union and something holds for each variant, so that it holds for the whole.
    /// </summary>
    public static bool HoldsForEveryVariant(EffectiveSchema schema, Func<EffectiveSchema, bool> holds) =>
        schema.Union is { } union && union.Choices.All(variant => holds(variant.Schema));

    /// <summary>
    /// Tells whether a schema requires a property: itself, through the schema whose variant it is, or in each variant.
    /// </summary>
    public static bool Requires(EffectiveSchema schema, EffectiveSchema? unionOwner, string name) =>
        schema.Required.ContainsKey(name)
        || unionOwner?.Required.ContainsKey(name) == true
        || HoldsForEveryVariant(schema, variant => variant.Required.ContainsKey(name));
}
