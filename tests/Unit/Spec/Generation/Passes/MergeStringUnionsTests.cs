using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A union of enums of texts is one enum.</summary>
public sealed class MergeStringUnionsTests
{
    [Fact]
    public void A_union_of_texts_is_one_open_enum()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {language: {anyOf: [{type: string, enum: [de]}, {type: string, enum: [en, de]}]}}}
            """
        );

        Assert.Equal(["de", "en"], normalised.Schema("ThingLanguage")["enum"]!.Values<string>());
    }
}
