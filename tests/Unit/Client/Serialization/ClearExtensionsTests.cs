using Newtonsoft.Json;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>Absent, null and a value are three states.</summary>
public sealed class ClearExtensionsTests
{
    [Fact]
    public void Nothing_is_sent_that_was_not_set() =>
        Assert.Equal("""{"title":"Spring"}""", PinterestJson.Serialize(new PinUpdate { Title = "Spring" }));

    [Fact]
    public void Setting_null_leaves_a_field_alone() =>
        Assert.Equal("{}", PinterestJson.Serialize(new PinUpdate { Title = null }));

    [Fact]
    public void Clear_sends_null() =>
        Assert.Equal(
            """{"link":null,"title":"Spring"}""",
            PinterestJson.Serialize(new PinUpdate { Title = "Spring" }.Clear(pin => pin.Link))
        );

    [Fact]
    public void Clear_works_on_numbers_enums_and_inherited_members()
    {
        Assert.Equal("""{"privacy":null}""", PinterestJson.Serialize(new BoardUpdate().Clear(board => board.Privacy)));
        Assert.Equal(
            """{"height":null,"width":1}""",
            PinterestJson.Serialize(new ImageDetails { Width = 1, Height = 2 }.Clear(image => image.Height))
        );
        Assert.Equal(
            """{"source_type":null}""",
            PinterestJson.Serialize(new PinMediaSourcePinUrl().Clear(source => source.SourceType))
        );
    }

    [Fact]
    public void A_value_set_after_Clear_wins()
    {
        var update = new PinUpdate().Clear(pin => pin.Title);
        update.Title = "Spring";

        Assert.Equal("""{"title":"Spring"}""", PinterestJson.Serialize(update));
    }

    [Fact]
    public void Clear_refuses_what_is_no_member()
    {
        var error = Assert.Throws<ArgumentException>(() => new PinUpdate().Clear(pin => pin.Title!.Length));

        Assert.StartsWith(
            "'pin => Convert(pin.Title.Length, Object)' does not name a member of PinUpdate. Write it as x => x.Member.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => new PinUpdate().Clear(pin => pin.AdditionalProperties));
    }

    [Fact]
    public void A_read_null_is_written_again_until_a_value_is_set()
    {
        var pin = PinterestJson.Deserialize<Pin>("""{"id":"1","link":null}""")!;
        Assert.Equal("""{"id":"1","link":null}""", PinterestJson.Serialize(pin));

        pin.Link = "https://example.com";
        Assert.Equal("""{"id":"1","link":"https://example.com"}""", PinterestJson.Serialize(pin));
    }

    [Fact]
    public void Members_beyond_the_64th_have_three_states_too()
    {
        var nulls = new ExplicitNulls();
        nulls.Add(3);
        nulls.Add(64);
        nulls.Add(200);

        Assert.Equal([3, 64, 200], Enumerable.Range(0, 400).Where(nulls.Contains));
    }

    [Fact]
    public void A_model_inside_a_users_own_type_is_read_by_Newtonsoft_alike()
    {
        var json = """{"Name":"x","Pin":{"id":"1","link":null,"new":1},"Privacy":"PUBLIC"}""";

        var note = JsonConvert.DeserializeObject<Note>(json)!;

        Assert.Equal(BoardPrivacy.Public, note.Privacy);
        Assert.Equal(json, JsonConvert.SerializeObject(note));
    }

    private sealed record Note(string Name, Pin Pin, BoardPrivacy Privacy);
}
