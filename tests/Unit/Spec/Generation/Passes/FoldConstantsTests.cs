using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>An inline enum with one value is a constant.</summary>
public sealed class FoldConstantsTests
{
    [Fact]
    public void An_inline_enum_with_one_value_is_a_constant_and_a_component_stays_an_enum()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {kind: {type: string, enum: [pin]}, state: {$ref: "#/components/schemas/State"}}}
            State: {type: string, enum: [ON]}
            """
        );

        Assert.Equal(1, normalised.Count("single-value enums folded"));
        Assert.Equal("pin", (string?)normalised.Schema("Thing")["properties"]!["kind"]!["x-csharp-constant"]);
        Assert.Equal(["ON"], normalised.Schema("State")["enum"]!.Values<string>());
    }

    [Fact]
    public void A_constant_that_may_be_null_stays_nullable()
    {
        var kind = SmallDescription
            .Normalise("Thing: {type: object, required: [kind], properties: {kind: {type: string, enum: [pin, null]}}}")
            .Schema("Thing")["properties"]!["kind"]!;

        Assert.Equal("pin", (string?)kind["x-csharp-constant"]);
        Assert.True((bool?)kind["nullable"]);
    }
}
