using System.Text;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>A short text that a response repeats is one string, and every text is read as it came.</summary>
public sealed class RepeatedTextsTests
{
    private const int Seed = 20262;

    [Fact]
    public void The_Pins_of_a_page_share_the_id_of_their_board()
    {
        var page = PinterestJson.Deserialize<PinPage>(
            """{"items":[{"id":"1","board_id":"549755885175"},{"id":"2","board_id":"549755885175"}],"bookmark":null}"""
        )!;

        Assert.Equal("549755885175", page.Items[0].BoardId);
        Assert.Same(page.Items[0].BoardId, page.Items[1].BoardId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("grün")]
    [InlineData("\uFFFD")]
    [InlineData("sixteen letters!")]
    [InlineData("seventeen letters")]
    public void A_text_comes_out_as_it_went_in_twice(string text)
    {
        var texts = new RepeatedTexts();

        Assert.Equal(text, texts.Get(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, texts.Get(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Texts_that_meet_at_one_place_do_not_take_each_others_form()
    {
        var texts = new RepeatedTexts();
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(0, 20)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)random.Next(0, 256);
            }

            Assert.Equal(Encoding.UTF8.GetString(bytes), texts.Get(bytes));
        }
    }

    [Fact]
    public void A_text_that_is_no_UTF_8_is_not_taken_for_another()
    {
        var texts = new RepeatedTexts();

        Assert.Equal("?", texts.Get("?"u8));
        Assert.Equal("\uFFFD", texts.Get([0x80]));
        Assert.Equal("\uFFFD", texts.Get([0x81]));
    }
}
