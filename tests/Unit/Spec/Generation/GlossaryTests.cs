using System.Text;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>Our own words for members that many models have, in openapi/glossary.json.</summary>
public sealed class GlossaryTests
{
    [Fact]
    public void A_phrase_may_hold_for_one_type_only_and_names_the_model()
    {
        var glossary = Parse(
            """{"created": "when the {owner} began", "created:integer": "the Unix time of the {owner}"}"""
        );

        Assert.Equal("the Unix time of the board", glossary.Find("created", "integer", "board"));
        Assert.Equal("when the board began", glossary.Find("created", "string", "board"));
        Assert.Null(glossary.Find("other", "string", "board"));
    }

    [Fact]
    public void A_parameter_belongs_to_no_model()
    {
        var glossary = Parse("""{"created": "when the {owner} began", "name": "the name of the {owner}"}""");

        Assert.Equal("the name", glossary.Find("name", "string", owner: null));
        Assert.Null(glossary.Find("created", "string", owner: null));
    }

    [Theory]
    [InlineData("The id of it.")]
    [InlineData("The id")]
    [InlineData("the id.")]
    [InlineData("the\\nid")]
    [InlineData("")]
    public void A_text_that_does_not_continue_the_sentence_is_refused_with_its_place(string text)
    {
        var error = Assert.Throws<SpecException>(() => Parse($$"""{"id": "{{text}}"}"""));

        Assert.Contains("glossary.json", error.Message, StringComparison.Ordinal);
        Assert.Contains("'id'", error.Message, StringComparison.Ordinal);
    }

    private static Glossary Parse(string json) => Glossary.Parse(Encoding.UTF8.GetBytes(json), "glossary.json");
}
