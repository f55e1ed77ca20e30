using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A default is what Pinterest does when a value is absent, and not something to send.</summary>
public sealed class DropDefaultsTests
{
    [Fact]
    public void A_default_of_the_description_is_not_sent()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {type: object, properties: {budget: {type: integer, default: 5}}}"
        );

        Assert.Null(normalised.Schema("Thing")["properties"]!["budget"]!["default"]);
        Assert.Equal(1, normalised.Count("defaults dropped"));
    }
}
