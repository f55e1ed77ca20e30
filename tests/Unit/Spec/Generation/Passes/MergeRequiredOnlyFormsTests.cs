using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Variants that differ in their required members only are one model.</summary>
public sealed class MergeRequiredOnlyFormsTests
{
    [Fact]
    public void Variants_that_only_require_are_one_model_that_requires_what_all_do()
    {
        var thing = SmallDescription
            .Normalise(
                """
                Thing:
                  anyOf:
                    - {type: object, properties: {a: {type: string}, b: {type: string}}, required: [a]}
                    - {type: object, properties: {a: {type: string}, b: {type: string}}, required: [a, b]}
                """
            )
            .Schema("Thing");

        Assert.Null(thing["anyOf"]);
        Assert.Equal(["a"], thing["required"]!.Values<string>());
        Assert.Equal(["a", "b"], ((JObject)thing["properties"]!).Properties().Select(property => property.Name));
    }
}
