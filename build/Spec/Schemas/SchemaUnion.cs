using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>A union: a value is one of its variants.</summary>
/// <param name="Place">The list.</param>
/// <param name="Choices">The variants.</param>
/// <param name="DiscriminatorName">The property that tells them apart, or null.</param>
/// <param name="Discriminator">Where that is said, or null.</param>
internal sealed record SchemaUnion(
    JToken Place,
    IReadOnlyList<SchemaChoice> Choices,
    string? DiscriminatorName,
    JToken? Discriminator
)
{
    /// <summary>
    /// Gets whether the variants are the components that include the base by allOf. The base may then be a value of its
    /// own, so a value need not be one of the variants.
    /// </summary>
    public bool IsImplied { get; init; }
}
