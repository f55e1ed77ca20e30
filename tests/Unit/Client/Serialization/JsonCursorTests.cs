using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>Raw UTF-8 is read as Newtonsoft.Json would read it.</summary>
public sealed class JsonCursorTests
{
    [Theory]
    [InlineData("""{"a":[1,-2.5,"x",true,null,{}],"b":"2024-02-29T00:00:00Z"}""")]
    [InlineData("""{"a":12345678901234567890123,"b":1e3,"c":-0.0}""")]
    [InlineData("\"\\u00e9\\n\\\"\\\\\\/\\ud83d\\ude00\"")]
    [InlineData("\"a\\ud83dz\"")]
    [InlineData("""{"a":1,"a":2}""")]
    public void Raw_JSON_has_the_tokens_of_Newtonsoft(string json)
    {
        var expected = JsonComparison.Parse(json);
        var actual = PinterestJson.Deserialize<JToken>(json)!;

        Assert.True(JToken.DeepEquals(expected, actual), $"{expected} {actual}");
        Assert.Equal(Types(expected), Types(actual));
    }

    [Fact]
    public void Any_text_comes_back_whole()
    {
        var random = new Random(17);
        for (var i = 0; i < 500; i++)
        {
            var text = Text(random);
            Assert.Equal(WithoutHalves(text), PinterestJson.Deserialize<string>(JsonConvert.ToString(text)));
            Assert.Equal(WithoutHalves(text), PinterestJson.Deserialize<string>(PinterestJson.Serialize(text)));
        }
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_replaced()
    {
        byte[] json = [.. "{\"id\":\"a"u8, 0xFF, .. "b\",\"title\":\"\\n"u8, 0xFF, .. "\"}"u8];
        using var stream = new MemoryStream(json);

        var pin = PinterestJson.Deserialize<Pin>(stream)!;

        Assert.Equal(("a\uFFFDb", "\n\uFFFD"), (pin.Id, pin.Title));
    }

    [Fact]
    public void A_text_in_another_encoding_is_known_by_its_mark()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes("""{"id":"é"}""")]);
            Assert.Equal("é", PinterestJson.Deserialize<Pin>(stream)!.Id);
        }
    }

    [Fact]
    public void Comments_and_a_last_comma_are_skipped() =>
        Assert.Equal(
            "[1,2]",
            PinterestJson.Serialize(PinterestJson.Deserialize<JToken>("/* a */[1, /* b */ 2,] // c"))
        );

    [Fact]
    public void A_name_with_escapes_is_the_name() =>
        Assert.Equal("7", PinterestJson.Deserialize<Pin>("{\"\\u0069d\":\"7\"}")!.Id);

    [Fact]
    public void What_is_nested_too_deep_is_an_error()
    {
        Assert.NotNull(PinterestJson.Deserialize<JToken>(Nested(JsonCursor.MaxDepth)));
        Assert.Throws<JsonReaderException>(() => PinterestJson.Deserialize<JToken>(Nested(JsonCursor.MaxDepth + 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":\"7\"} x")]
    [InlineData("{\"id\":\"7\"}{}")]
    [InlineData("{\"id\":NaN}")]
    public void What_is_no_JSON_is_an_error(string json) =>
        Assert.ThrowsAny<JsonException>(() => PinterestJson.Deserialize<Pin>(json));

    [Fact]
    public void A_number_of_thousands_of_digits_is_an_error_and_not_a_long_wait() =>
        Assert.Throws<JsonReaderException>(() => PinterestJson.Deserialize<JToken>(new string('9', 100_000)));

    [Theory]
    [InlineData(typeof(object))]
    [InlineData(typeof(int))]
    [InlineData(typeof(List<int>))]
    [InlineData(typeof(Dictionary<int, Pin>))]
    public void A_type_of_others_is_refused(Type type) =>
        Assert.Throws<NotSupportedException>(() => CodecResolver.Find(type));

    [Theory]
    [InlineData(typeof(IEnumerable<Pin>))]
    [InlineData(typeof(IReadOnlyList<BoardPrivacy>))]
    [InlineData(typeof(Dictionary<string, List<Pin>>))]
    [InlineData(typeof(IDictionary<string, IDictionary<string, Pin>>))]
    [InlineData(typeof(List<IList<double>>))]
    [InlineData(typeof(BoardPrivacy?))]
    [InlineData(typeof(AdPreviewRequest))]
    public void Collections_of_models_are_read(Type type) => Assert.NotNull(CodecResolver.Find(type));

    // Control characters, letters of all lengths in UTF-8, and halves of surrogate pairs.
    private static string Text(Random random)
    {
        int[] ends = [0x20, 0x80, 0x800, 0x10000];
        return new string([
            .. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(ends[random.Next(ends.Length)])),
        ]);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Types(JToken token) =>
        string.Join(',', ((token as JContainer)?.DescendantsAndSelf() ?? [token]).Select(each => each.Type));

    private static string WithoutHalves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
