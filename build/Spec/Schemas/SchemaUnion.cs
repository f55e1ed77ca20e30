using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>One of the forms that a value may have.</summary>
/// <param name="Node">Where it is listed.</param>
/// <param name="Schema">What it means.</param>
/// <param name="Name">The component that it refers to, or null.</param>
/// <param name="Tag">The value of the discriminator that stands for it, or null.</param>
internal sealed record SchemaChoice(JToken Node, EffectiveSchema Schema, string? Name, string? Tag)
{
    /// <summary>Gets all values of the discriminator that stand for it, the implicit one too; none without a discriminator.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>The choice between several forms.</summary>
/// <param name="Place">The list.</param>
/// <param name="Choices">The forms.</param>
/// <param name="DiscriminatorName">The property that tells them apart, or null.</param>
/// <param name="Discriminator">Where that is said, or null.</param>
internal sealed record SchemaUnion(
    JToken Place,
    IReadOnlyList<SchemaChoice> Choices,
    string? DiscriminatorName,
    JToken? Discriminator
);
