using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>A union without a discriminator holds one form, and a reader knows which.</summary>
public sealed class PinterestUnionTests
{
    [Fact]
    public void A_form_converts_by_itself_and_is_written_alone()
    {
        CatalogsProductGroupFilterKeys key = new BrandFilter();

        Assert.IsType<BrandFilter>(key.Value);
        Assert.Null(key.MinPriceFilter);
        Assert.NotNull(key.BrandFilter);
        Assert.Equal("{}", PinterestJson.Serialize(key));
    }

    [Fact]
    public void A_reader_can_switch_over_the_forms()
    {
        var image = PinterestJson.Deserialize<AdPreviewRequest>("""{"pin_id":"7"}""")!;

        Assert.Equal(
            "7",
            image.Value switch
            {
                AdPreviewFromPin pin => pin.PinId,
                _ => null,
            }
        );
        Assert.Null(image.AdPreviewFromImage);
    }

    [Theory]
    [InlineData("\"123\"", typeof(string))]
    [InlineData("123", typeof(long))]
    public void A_form_that_is_no_object_is_told_by_its_kind(string json, Type expected)
    {
        var gtin = PinterestJson.Deserialize<UpdatableItemAttributesGtin>(json)!;

        Assert.IsType(expected, gtin.Value);
        Assert.Equal(json, PinterestJson.Serialize(gtin));
    }

    [Fact]
    public void A_shape_added_tomorrow_is_kept_as_it_came()
    {
        var gtin = PinterestJson.Deserialize<UpdatableItemAttributesGtin>("""{"code":1}""")!;

        Assert.IsType<JObject>(gtin.Value);
        Assert.Equal("""{"code":1}""", PinterestJson.Serialize(gtin));
    }

    [Fact]
    public void The_older_flat_form_and_the_newer_one_are_told_apart()
    {
        var flat = PinterestJson.Deserialize<FeedCreateRequest>(
            """{"name":"a","format":"TSV","location":"https://example.com"}"""
        )!;
        var vertical = PinterestJson.Deserialize<FeedCreateRequest>(
            """{"catalog_type":"HOTEL","name":"a","format":"TSV","location":"https://example.com"}"""
        )!;

        Assert.IsType<CatalogsFeedsCreateRequest>(flat.Value);
        Assert.IsType<CatalogsHotelFeedsCreateRequest>(vertical.Value);
    }
}
