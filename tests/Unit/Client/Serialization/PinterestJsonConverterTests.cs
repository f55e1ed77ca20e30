using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>The models as a part of a user's own types, read and written by Newtonsoft.Json itself.</summary>
public sealed class PinterestJsonConverterTests
{
    [Fact]
    public void Models_unions_and_enums_are_read_and_written_within_other_types()
    {
        const string json =
            """{"Pin":{"id":"1","media":{"media_type":"image"},"later":7},"Privacy":"SECRET","Nothing":null"""
            + ""","Maybe":"PUBLIC","Pins":[{"id":"2"}]}""";

        var holder = JsonConvert.DeserializeObject<Holder>(json)!;

        Assert.Equal(
            ("1", "SECRET", "PUBLIC", "2"),
            (holder.Pin!.Id, holder.Privacy.Value, holder.Maybe!.Value.Value, holder.Pins![0].Id)
        );
        Assert.Null(holder.Nothing);
        Assert.True(JToken.DeepEquals(JToken.Parse(json), JToken.Parse(JsonConvert.SerializeObject(holder))));
    }

    [Fact]
    public void Null_and_what_is_of_another_kind_are_told_apart()
    {
        Assert.Null(JsonConvert.DeserializeObject<Pin>("null"));
        Assert.Equal("null", JsonConvert.SerializeObject(null, typeof(Pin), null));
        Assert.Equal(
            "Integer at '' is not a Pin.",
            Assert.Throws<JsonSerializationException>(() => JsonConvert.DeserializeObject<Pin>("7")).Message
        );
    }

    [Theory]
    [InlineData(typeof(Pin), true)]
    [InlineData(typeof(AdPreviewRequest), true)]
    [InlineData(typeof(BoardPrivacy), true)]
    [InlineData(typeof(string), false)]
    [InlineData(typeof(List<Pin>), false)]
    public void The_converter_takes_what_is_of_this_library(Type type, bool expected) =>
        Assert.Equal(expected, new PinterestJsonConverter().CanConvert(type));

    [Theory]
    [InlineData("""{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"b":"two","c":3}""")]
    [InlineData("""{"a":null,"b":2}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    public void A_map_comes_back_as_it_came_with_one_odd_value_too(string map)
    {
        var json = JToken.Parse(map);
        Assert.True(JToken.DeepEquals(json, RoundTrip<Dictionary<string, long>>(map)));
        Assert.True(JToken.DeepEquals(json, RoundTrip<Dictionary<string, JToken?>>(map)));
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[1,\"two\",{\"three\":3},4]")]
    [InlineData("[null,2,null]")]
    [InlineData("[[null],[1],\"x\",null,null]")]
    [InlineData("{}")]
    public void A_list_comes_back_as_it_came_with_one_odd_item_too(string list)
    {
        var json = JToken.Parse(list);
        Assert.True(JToken.DeepEquals(json, RoundTrip<List<long>>(list)));
        Assert.True(JToken.DeepEquals(json, RoundTrip<List<JToken?>>(list)));
        Assert.True(JToken.DeepEquals(json, RoundTrip<IList<IList<long>>>(list)));
    }

    [Fact]
    public void Tokens_are_written_and_not_text()
    {
        var pin = new Pin { Title = "Oak" }.Clear(p => p.Link);

        Assert.Equal("Oak", (string?)JObject.FromObject(pin)["title"]);
        Assert.Equal(JTokenType.Null, JObject.FromObject(new { Pin = pin })["Pin"]!["link"]!.Type);
        Assert.Equal(
            "{\n  \"link\": null,\n  \"title\": \"Oak\"\n}",
            JsonConvert.SerializeObject(pin, Formatting.Indented).ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public void Newtonsofts_own_reading_of_dates_loses_nothing()
    {
        const string json = """{"created_at":"2024-02-29T12:00:00.5+02:00","title":"2024-02-29T12:00:00Z"}""";

        var pin = JsonConvert.DeserializeObject<Pin>(json)!;

        Assert.Equal(new DateTimeOffset(2024, 2, 29, 12, 0, 0, 500, TimeSpan.FromHours(2)), pin.CreatedAt);
        Assert.Equal(json, JsonConvert.SerializeObject(pin));
    }

    [Theory]
    [InlineData("""{"images":{"600x":{"width":600}},"media_type":"image"}""", typeof(PinMediaWithImage))]
    [InlineData("""{"media_type":"hologram","depth":3}""", typeof(PinMedia))]
    public void Late_and_new_discriminators_are_read_alike(string json, Type expected)
    {
        var media = JsonConvert.DeserializeObject<PinMedia>(json)!;

        Assert.IsType(expected, media);
        Assert.True(JToken.DeepEquals(JToken.Parse(json), JToken.FromObject(media)));
    }

    // What a member does: the value when it fits, what came when not.
    private static JToken RoundTrip<T>(string json)
        where T : notnull
    {
        var codec = CodecResolver.Find(typeof(T));
        var cursor = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json));
        cursor.Advance();
        return codec.TryRead(ref cursor, out var value, out var raw)
            ? JToken.Parse(PinterestJson.Serialize((T)value!))
            : raw!;
    }

    private sealed class Holder
    {
        public Pin? Pin { get; set; }

        public BoardPrivacy Privacy { get; set; }

        public Pin? Nothing { get; set; }

        public BoardPrivacy? Maybe { get; set; }

        public IList<Pin>? Pins { get; set; }
    }
}
