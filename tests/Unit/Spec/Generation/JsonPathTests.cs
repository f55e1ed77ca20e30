using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>A proposed target selects the place that it was made of.</summary>
public sealed class JsonPathTests
{
    [Theory]
    [InlineData("#/paths/~1pins/get/responses/200", "$.paths['/pins'].get.responses['200']")]
    [InlineData("#/components/schemas/A/oneOf/120/properties/12", "$.components.schemas.A.oneOf[120].properties['12']")]
    [InlineData("#/components/schemas/Pinterest.Lib.Error", "$.components.schemas['Pinterest.Lib.Error']")]
    public void A_figure_is_an_index_in_a_list_and_a_name_elsewhere(string pointer, string path) =>
        Assert.Equal(path, JsonPath.Of(pointer));

    [Fact]
    public void A_quote_in_a_name_stays_within_it()
    {
        var root = new JObject { ["a'b"] = 1 };

        Assert.Equal(1, (int?)root.SelectToken(JsonPath.Of("#/a'b")));
    }
}
