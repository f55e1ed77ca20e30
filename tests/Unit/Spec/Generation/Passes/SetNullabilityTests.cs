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
}
