using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A schema has the type that its keywords speak of.</summary>
public sealed class InferTypesTests
{
    [Fact]
    public void Items_make_a_list_and_properties_an_object()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {properties: {list: {items: {type: string}}, any: {description: anything}}}"
        );

        Assert.Equal("object", (string?)normalised.Schema("Thing")["type"]);
        Assert.Equal("array", (string?)normalised.Schema("Thing")["properties"]!["list"]!["type"]);
        Assert.Null(normalised.Schema("Thing")["properties"]!["any"]!["type"]);
        Assert.Equal(2, normalised.Count("types inferred"));
    }
}
