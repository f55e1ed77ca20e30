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
        Assert.True(JToken.DeepEquals(json, RoundTrip<Dictionary<string, long>>(json)));
        Assert.True(JToken.DeepEquals(json, RoundTrip<Dictionary<string, string?>>(json)));
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[1,\"two\",{\"three\":3},4]")]
    [InlineData("[null,2,null]")]
    [InlineData("{}")]
    public void A_list_comes_back_as_it_came_with_one_odd_item_too(string list)
    {
        var json = JToken.Parse(list);
        Assert.True(JToken.DeepEquals(json, RoundTrip<List<long>>(json)));
        Assert.True(JToken.DeepEquals(json, RoundTrip<List<string?>>(json)));
    }

    // What a member does: the value when it fits, what came when not.
    private static JToken RoundTrip<T>(JToken json)
        where T : notnull
    {
        var codec = Codec<T>.Default;
        using var reader = json.CreateReader();
        reader.Read();
        if (!codec.TryRead(reader, out var value, out var raw))
        {
            return raw!;
        }

        using var writer = new JTokenWriter();
        codec.Write(writer, value);
        return writer.Token!;
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
