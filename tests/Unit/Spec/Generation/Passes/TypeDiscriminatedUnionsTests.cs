using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A union with a discriminator becomes a base class and its subclasses.</summary>
public sealed class TypeDiscriminatedUnionsTests
{
    [Fact]
    public void A_union_with_a_discriminator_is_a_base_class_with_members()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing:
              oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
              discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
            Cat: {type: object, properties: {kind: {type: string, enum: [cat]}, lives: {type: integer}}, required: [kind]}
            Dog: {type: object, properties: {kind: {type: string, enum: [dog]}, tricks: {type: integer}}, required: [kind]}
            """
        );

        Assert.Equal("Thing", (string?)normalised.Schema("Cat")["x-csharp-base"]);
        Assert.Equal("dog", (string?)normalised.Schema("Dog")["x-csharp-discriminator-value"]);
        Assert.Equal(["lives"], ((JObject)normalised.Schema("Cat")["properties"]!).Properties().Select(p => p.Name));
        Assert.Equal(2, normalised.Count("single-value enums folded"));
    }
}
