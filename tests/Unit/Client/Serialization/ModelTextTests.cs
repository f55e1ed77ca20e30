using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>A model names itself in a debugger.</summary>
public sealed class ModelTextTests
{
    [Theory]
    [InlineData("""{"id":"7","name":"Kitchens","privacy":"PUBLIC"}""", "Board { id: 7, name: Kitchens, and privacy }")]
    [InlineData("""{"privacy":"PUBLIC"}""", "Board { privacy }")]
    [InlineData("{}", "Board { }")]
    [InlineData("""{"id":7}""", "Board { id: 7 }")]
    [InlineData("""{"id":null,"name":"a\nb"}""", "Board { name: a\uFFFDb, and id }")]
    [InlineData("""{"access_token":"pina_secret"}""", "Board { access_token }")]
    public void A_model_says_its_class_its_id_and_what_it_has(string json, string expected) =>
        Assert.Equal(expected, PinterestJson.Deserialize<Board>(json)!.ToString());

    [Fact]
    public void A_long_model_is_cut()
    {
        var many = string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"m{i:000}\":1"));
        var text = PinterestJson.Deserialize<Board>($$"""{"name":"{{new string('x', 5000)}}",{{many}}}""")!.ToString();

        Assert.EndsWith("m007 and 492 more }", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 50, 250);
    }

    [Fact]
    public void Two_models_are_equal_when_they_are_the_same_object()
    {
        var board = new Board { Name = "a" };

        Assert.NotEqual(board, new Board { Name = "a" });
        Assert.Equal(board, board);
    }
}
