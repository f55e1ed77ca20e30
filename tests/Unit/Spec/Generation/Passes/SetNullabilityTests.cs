using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A member is promised only where its absence could be told.</summary>
public sealed class SetNullabilityTests
{
    [Fact]
    public void Only_a_required_text_list_or_model_is_promised()
    {
        var properties = SmallDescription
            .Normalise(
                "Thing: {type: object, properties: {id: {type: string}, size: {type: integer}, note: {type: string}}, required: [id, size]}"
            )
            .Schema("Thing")["properties"]!;

        Assert.Null(properties["id"]!["nullable"]);
        Assert.True((bool?)properties["size"]!["nullable"]);
        Assert.True((bool?)properties["note"]!["nullable"]);
    }

    // A list keeps a null aside. A list of nullable enums did not compile.
    [Theory]
    [InlineData("{type: array, items: {type: string, nullable: true}}")]
    [InlineData("{type: array, items: {type: string, enum: [a, b], nullable: true}}")]
    [InlineData("{type: array, items: {type: array, items: {type: integer, nullable: true}}}")]
    [InlineData("{type: object, additionalProperties: {type: string, nullable: true}}")]
    public void Items_are_never_null(string type)
    {
        var member = SmallDescription.Normalise($"Thing: {{type: object, properties: {{a: {type}}}}}").Schema("Thing")[
            "properties"
        ]!["a"]!;

        Assert.True((bool?)member["nullable"]);
        Assert.Empty(
            member.Children<Newtonsoft.Json.Linq.JProperty>().SelectMany(each => each.Value.SelectTokens("$..nullable"))
        );
    }
}
