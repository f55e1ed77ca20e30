using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>The models as a part of a user's own types, read and written by System.Text.Json itself.</summary>
public sealed class PinterestTextJsonConverterTests
{
    private static readonly JsonSerializerOptions WithIndentation = new() { WriteIndented = true };
    private static readonly JsonSerializerOptions WithSmallBuffer = new() { DefaultBufferSize = 16 };

    private const string Json =
        """{"Pin":{"id":"1","link":null,"media":{"media_type":"hologram","depth":3},"later":7}"""
        + ""","Privacy":"SECRET","Maybe":null,"Pins":[{"id":"2"}]"""
        + ""","ByName":{"a":{"id":"3"}},"Union":{"pin_id":"7"}}""";

    [Fact]
    public void Models_unions_and_enums_are_read_and_written_within_other_types()
    {
        var holder = JsonSerializer.Deserialize<Holder>(Json)!;

        Assert.Equal("hologram", holder.Pin!.Media!.MediaType);
        Assert.Equal(7, (int)holder.Pin.AdditionalProperties["later"]!);
        Assert.Equal(BoardPrivacy.Secret, holder.Privacy);
        Assert.Equal("7", holder.Union!.AdPreviewFromPin!.PinId);
        Same(JsonSerializer.Serialize(holder));
    }

    [Fact]
    public void A_source_generated_context_reads_and_writes_them_too()
    {
        var holder = JsonSerializer.Deserialize(Json, HolderContext.Default.Holder)!;

        Same(JsonSerializer.Serialize(holder, HolderContext.Default.Holder));
    }

    [Fact]
    public void A_model_alone_is_written_as_Pinterest_writes_it()
    {
        var update = new PinUpdate { Title = "Größe" }.Clear(pin => pin.Link);

        Assert.Equal("""{"link":null,"title":"Größe"}""", PinterestJson.Serialize(update));
        Assert.Equal(
            PinterestJson.Serialize(update),
            PinterestJson.Serialize(JsonSerializer.Deserialize<PinUpdate>(JsonSerializer.Serialize(update)))
        );
        Assert.Equal("{\n  \"title\": \"a\"\n}", Indented(new PinUpdate { Title = "a" }));
        Assert.Equal("""{"title":"a"}""", JsonSerializer.Serialize<PinterestModel>(new PinUpdate { Title = "a" }));
    }

    [Fact]
    public void A_late_discriminator_is_found() =>
        Assert.IsType<PinMediaWithImage>(
            JsonSerializer.Deserialize<PinMedia>("""{"images":{"600x":{"width":600}},"media_type":"image"}""")
        );

    [Fact]
    public void Enums_are_keys_and_may_be_null()
    {
        const string json = """{"SECRET":1,"FRIENDS_ONLY":2}""";

        var counts = JsonSerializer.Deserialize<Dictionary<BoardPrivacy, int>>(json)!;

        Assert.Equal(1, counts[BoardPrivacy.Secret]);
        Assert.Equal(json, JsonSerializer.Serialize(counts));
        Assert.Null(JsonSerializer.Deserialize<BoardPrivacy?>("null"));
        Assert.Equal(BoardPrivacy.Public, JsonSerializer.Deserialize<BoardPrivacy?>("\"public\""));
    }

    [Fact]
    public void What_is_of_another_kind_is_an_error_with_its_place()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder>("""{"Pins":[{},7]}"""));

        Assert.Contains("Integer is not a Pin.", error.Message, StringComparison.Ordinal);
        Assert.Null(JsonSerializer.Deserialize<Pin>("null"));
    }

    [Fact]
    public async Task A_stream_in_small_pieces_is_read_whole()
    {
        var pins = Enumerable
            .Range(0, 500)
            .Select(i => new Pin
            {
                Id = $"{i}",
                Title = new string('x', 100),
                IsOwner = true,
            })
            .ToList();
        using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(pins));
        var options = WithSmallBuffer;

        var read = await JsonSerializer.DeserializeAsync<List<Pin>>(stream, options);

        Assert.Equal(pins.Select(pin => pin.Id), read!.Select(pin => pin.Id));
    }

    [Fact]
    public async Task ASP_NET_Core_sends_a_model_as_Pinterest_does()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            TypedResults
                .Ok(
                    new[]
                    {
                        new Pin { Id = "7", BoardId = "8" },
                    }
                )
                .ExecuteAsync(context)
        );
        using var http = new HttpClient();

        Assert.Equal("""[{"board_id":"8","id":"7"}]""", await http.GetStringAsync(server.Address));
    }

    private static void Same(string written) =>
        Assert.True(JToken.DeepEquals(JToken.Parse(Json), JToken.Parse(written)), written);

    private static string Indented<T>(T value) =>
        JsonSerializer.Serialize(value, WithIndentation).ReplaceLineEndings("\n");
}

/// <summary>A type of a user.</summary>
internal sealed class Holder
{
    public Pin? Pin { get; set; }

    public BoardPrivacy Privacy { get; set; }

    public BoardPrivacy? Maybe { get; set; }

    public IList<Pin>? Pins { get; set; }

    public Dictionary<string, Pin>? ByName { get; set; }

    public AdPreviewRequest? Union { get; set; }
}

[JsonSerializable(typeof(Holder))]
internal sealed partial class HolderContext : JsonSerializerContext;
