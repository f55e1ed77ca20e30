using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>One variant of a union.</summary>
/// <param name="Node">Where it is listed.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">The component that it refers to, or null.</param>
/// <param name="Tag">The value of the discriminator that stands for it, or null.</param>
internal sealed record SchemaChoice(JToken Node, EffectiveSchema Schema, string? Name, string? Tag)
{
    /// <summary>
    /// Gets all values of the discriminator that stand for it, the implicit one too; none without a discriminator.
    /// </summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets the property that tells the variants of its union apart, or null.</summary>
    public string? DiscriminatorName { get; init; }

    /// <summary>Gets all values of the discriminator that the union maps to any of its variants.</summary>
    public IReadOnlyList<string> TagsOfUnion { get; init; } = [];
}
