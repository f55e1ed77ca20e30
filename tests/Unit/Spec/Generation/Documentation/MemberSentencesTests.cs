using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Documentation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Documentation;

/// <summary>A member is described by the glossary, or by its words and its type.</summary>
public sealed class MemberSentencesTests
{
    [Theory]
    [InlineData("ad_group_id", "{type: string}", "the id of the ad group")]
    [InlineData("pin_ids", "{type: array, items: {type: string}}", "the ids of the Pins")]
    [InlineData("category_count", "{type: integer}", "the number of categories of the thing")]
    [InlineData("num_events", "{type: integer}", "the number of events of the thing")]
    [InlineData("bid_in_micro_currency", "{type: integer}", "the bid of the thing, in micro-currency")]
    [InlineData("is_open", "{type: boolean}", "the flag \"is open\" of the thing")]
    [InlineData("click_url", "{type: string}", "the click URL of the thing")]
    [InlineData("figures", "{type: object, additionalProperties: {type: string}}", "the figures of the thing, by key")]
    [InlineData("thing_status", "{type: string}", "the thing status")]
    public void A_name_says_what_a_member_is(string name, string schema, string phrase) =>
        Assert.StartsWith(
            $"    /// <summary>Gets or sets {phrase}.</summary>",
            Member(name, schema, Glossary.Empty),
            StringComparison.Ordinal
        );

    // A member called budget may be in any unit, and a time may be a text.
    [Theory]
    [InlineData("budget", "{type: integer}")]
    [InlineData("created_time", "{type: integer}")]
    [InlineData("window", "{type: number}")]
    public void A_unit_that_the_name_does_not_have_is_not_claimed(string name, string schema) =>
        Assert.DoesNotContain("In ", Member(name, schema, Glossary.Empty), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("bid_in_micro_currency", "In micro-currency: 1,000,000 is one unit of the currency.")]
    [InlineData("SPEND_IN_MICRO_DOLLAR", "In millionths of a dollar.")]
    [InlineData("fired_time_ms", "In milliseconds.")]
    [InlineData("click_window_days", "In days.")]
    public void A_unit_that_the_name_has_is_explained(string name, string unit) =>
        Assert.Contains(
            $"<value>{unit}</value>",
            Member(name, "{type: integer}", Glossary.Empty),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("FeedErrors", "LINE_TOO_LONG", "integer", "how many problems of this kind there are: line too long")]
    [InlineData("ItemWarnings", "LINK_MISSING", "object", "the details of this kind of problem: link missing")]
    [InlineData("BrandFilter", "BRAND", "string", "the brand")]
    public void What_the_model_says_is_not_said_again(string model, string name, string type, string phrase)
    {
        var context = new NormalisationContext([], new Decisions(), new NameRegistry());

        Assert.Equal(
            $"Gets or sets {phrase}.",
            MemberSentences.Member(context, model, name, new JObject { ["type"] = type })
        );
    }

    [Fact]
    public void The_glossary_comes_first()
    {
        var glossary = Glossary.Parse("""{"name": "how the {owner} is called"}"""u8.ToArray(), "glossary.json");

        Assert.Contains(
            "Gets or sets how the thing is called.",
            Member("name", "{type: string}", glossary),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_name_without_a_word_stands_as_it_is() =>
        Assert.Contains(
            "Gets or sets the member <c>=</c>.",
            Member("=", "{type: string}", Glossary.Empty),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("CampaignCreateRequest", "campaign")]
    [InlineData("CatalogsRetailProductGroup", "retail product group")]
    [InlineData("PinUpdate", "Pin")]
    [InlineData("Request", "request")]
    public void What_a_model_is_used_for_is_not_what_it_is(string model, string words) =>
        Assert.Equal(words, MemberSentences.OwnerWords(model));

    private static string Member(string name, string schema, Glossary glossary) =>
        (string)
            SmallDescription
                .Normalise(
                    $"Thing: {{type: object, properties: {{own: {{type: string}}, \"{name}\": {schema}}}}}",
                    "",
                    new Decisions { Glossary = glossary }
                )
                .Schema("Thing")["properties"]![name]!["x-csharp-documentation"]!;
}
