using Pinterest.OpenApi.Spec.Changelog;

namespace Pinterest.OpenApi.Unit.Spec.Changelog;

/// <summary>The steps of a place.</summary>
public sealed class PlacePathTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("items/items/title", "items|items|title")]
    [InlineData("columns/items/", "columns|items")]
    [InlineData("/oneOf[#/components/schemas/A]/b", "oneOf[#/components/schemas/A]|b")]
    [InlineData("a/oneOf[x: [1/2] y]/b", "a|oneOf[x: [1/2] y]|b")]
    [InlineData("a]/b", "a]|b")]
    public void A_slash_in_brackets_separates_nothing(string place, string steps) =>
        Assert.Equal(steps, string.Join('|', PlacePath.Steps(place)));

    [Theory]
    [InlineData("columns/items/", "columns/items")]
    [InlineData("/oneOf[#/components/schemas/House]/doors", "oneOf[House]/doors")]
    [InlineData("a/oneOf[subschema #2: a title]/b", "a/oneOf[2]/b")]
    [InlineData("a/allOf[subschema #2 -> subschema #1]/b", "a/b")]
    [InlineData("anyOf[", "anyOf[")]
    [InlineData("anyOf[]", "anyOf[]")]
    public void A_place_is_kept_without_the_titles_that_it_quotes(string place, string normal)
    {
        Assert.Equal(normal, PlacePath.Normal(place));
        Assert.Equal(normal, PlacePath.Normal(PlacePath.Normal(place)));
    }
}
