using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>
/// What Pinterest sends is read even where it is not what the description says.
/// </summary>
public sealed class PinterestModelTests
{
    [Theory]
    [InlineData("5000000000000", 5_000_000_000_000)]
    [InlineData("5000000.0", 5_000_000)]
    [InlineData("-1", -1)]
    public void Whole_numbers_are_64_bits_wide_and_may_have_a_fraction_of_zero(string json, long expected) =>
        Assert.Equal(expected, PinterestJson.Deserialize<ImageDetails>($$"""{"width":{{json}}}""")!.Width);

    [Theory]
    [InlineData("\"twelve\"")]
    [InlineData("\"007\"")]
    [InlineData("\" 5\"")]
    [InlineData("\"\"")]
    [InlineData("\"-\"")]
    [InlineData("\"1.\"")]
    [InlineData("\"1e\"")]
    [InlineData("\"1.5\"")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("{\"value\":1}")]
    [InlineData("true")]
    public void A_number_that_is_none_is_kept_as_it_came(string json)
    {
        var text = $$"""{"width":{{json}}}""";

        var image = PinterestJson.Deserialize<ImageDetails>(text)!;

        Assert.Null(image.Width);
        Assert.True(image.AdditionalProperties.ContainsKey("width"));
        Assert.Equal(text, PinterestJson.Serialize(image));
    }

    [Fact]
    public void A_value_that_is_set_replaces_what_could_not_be_read()
    {
        var image = PinterestJson.Deserialize<ImageDetails>("""{"width":"wide","height":3}""")!;
        image.Width = 12;

        Assert.Equal("""{"height":3,"width":12}""", PinterestJson.Serialize(image));
    }

    [Theory]
    [InlineData("2024-02-29T12:00:00", "2024-02-29T12:00:00+00:00")]
    [InlineData("2024-02-29T12:00:00Z", "2024-02-29T12:00:00+00:00")]
    [InlineData("2024-02-29T12:00:00.123456+02:00", "2024-02-29T10:00:00.123456+00:00")]
    public void A_time_is_an_instant_and_without_an_offset_it_is_UTC(string text, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, null),
            PinterestJson.Deserialize<Pin>($$"""{"created_at":"{{text}}"}""")!.CreatedAt
        );

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("2024-02-30T00:00:00Z")]
    public void A_time_that_is_none_is_kept_as_it_came(string text)
    {
        var json = $$"""{"created_at":"{{text}}"}""";

        Assert.Equal(json, PinterestJson.Serialize(PinterestJson.Deserialize<Pin>(json)));
    }

    [Fact]
    public void A_text_that_looks_like_a_time_stays_text()
    {
        const string json = """{"title":"2024-02-29T12:00:00Z","pin_metrics":{"at":"2024-02-29T12:00:00Z"}}""";

        var pin = PinterestJson.Deserialize<Pin>(json)!;

        Assert.Equal("2024-02-29T12:00:00Z", pin.Title);
        Assert.Equal(JTokenType.String, pin.PinMetrics!["at"]!.Type);
    }

    [Fact]
    public void An_enum_value_added_tomorrow_is_kept_and_known_ones_are_members()
    {
        var board = PinterestJson.Deserialize<Board>("""{"privacy":"FRIENDS_ONLY"}""")!;

        Assert.Equal("FRIENDS_ONLY", board.Privacy!.Value.Value);
        Assert.Equal((BoardPrivacy)"SECRET", BoardPrivacy.Secret);
        Assert.Contains(BoardPrivacy.Public, BoardPrivacy.Known);
        Assert.Equal("", default(BoardPrivacy).ToString());
    }

    [Fact]
    public void Truncated_text_is_an_error_and_not_half_a_model() =>
        Assert.Throws<Newtonsoft.Json.JsonReaderException>(() =>
            PinterestJson.Deserialize<PinPage>("""{"items":[{"id":"1"},{"id" """)
        );
}
