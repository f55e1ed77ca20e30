using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A model that no operation reaches is left out.</summary>
public sealed class PruneUnusedTests
{
    [Fact]
    public void Only_what_an_operation_reaches_stays()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {used: {$ref: "#/components/schemas/Used"}}}
            Used: {type: object, properties: {a: {type: string}}}
            Unused: {type: object, properties: {used: {$ref: "#/components/schemas/Used"}}}
            """
        );

        Assert.Equal(1, normalised.Count("unused models dropped"));
        Assert.Equal(
            ["Thing", "Used"],
            ((JObject)normalised.Root["components"]!["schemas"]!).Properties().Select(schema => schema.Name)
        );
    }
}
