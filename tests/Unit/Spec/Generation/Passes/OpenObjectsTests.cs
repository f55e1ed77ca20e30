using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A closed object is read as an open one, because Pinterest adds members.</summary>
public sealed class OpenObjectsTests
{
    [Fact]
    public void A_closed_object_is_opened() =>
        Assert.Equal(
            1,
            SmallDescription
                .Normalise("Thing: {type: object, additionalProperties: false, properties: {a: {type: string}}}")
                .Count("closed objects opened")
        );
}
