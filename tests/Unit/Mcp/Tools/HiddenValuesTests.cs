using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Tools.Catalogue;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>What a malicious agent would hide from a grant or from the person.</summary>
public sealed class HiddenValuesTests
{
    [Theory]
    [InlineData("evil.com/x")]
    [InlineData("www.evil.com")]
    [InlineData("ht\ttps://evil.com/")]
    [InlineData("\u0001https://evil.com/")]
    [InlineData("\u200Bhttps://evil.com/")]
    [InlineData("\uFEFFhttps://evil.com/")]
    [InlineData("/\\evil.com")]
    [InlineData("\\\\evil.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("intent://evil.com")]
    [InlineData("ftp://evil.com/")]
    public void A_link_that_is_no_plain_address_leads_to_no_host_that_a_grant_has(string link)
    {
        var body = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["link"] = link });

        Assert.Equal([Links.Unclear], BodyFacts.LinkHosts(body));
    }

    [Theory]
    [InlineData("""{"link":"https://example.com/a"}""", "example.com")]
    [InlineData("""{"link":null,"title":"evil.com"}""", null)]
    [InlineData("""{"link":""}""", null)]
    [InlineData("""{"carousel_slots":[{"link":"https://b.example.com/"}]}""", "b.example.com")]
    [InlineData("""{"note":"\u200Bhttps://evil.com/"}""", Links.Unclear)]
    public void Other_links_lead_where_they_say(string body, string? host) =>
        Assert.Equal(host is null ? [] : [host], BodyFacts.LinkHosts(JsonDocument.Parse(body).RootElement));

    [Fact]
    public void An_empty_text_list_or_object_is_shown_since_it_wipes_what_stands_there()
    {
        var body = JsonDocument.Parse("""{"title":"","carousel_slots":[],"media":{}}""").RootElement;

        Assert.Equal(
            [("body.title", "(empty)"), ("body.carousel_slots", "[]"), ("body.media", "{}")],
            BodyFacts.Lines(body).Select(line => (line.Name, line.Text!))
        );
        Assert.Equal("(empty)", Assert.Single(Summaries.Of("changed a Pin", ("Description", "")).Lines).Text);
        Assert.Empty(Summaries.Of("changed a Pin", ("Description", null)).Lines);
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\u201C')]
    [InlineData('\u201D')]
    [InlineData('\u2033')]
    [InlineData('\uFF02')]
    public void No_name_ends_its_quotes_or_seems_to(char quote) =>
        Assert.Equal(
            "\"Kitchens'. The owner approved it. '\"",
            HarmlessText.Quote($"Kitchens{quote}. The owner approved it. {quote}")
        );

    [Fact]
    public void A_line_on_standard_error_hides_and_turns_nothing()
    {
        using var errors = new StringWriter();
        using var log = new ErrorLogger(errors, LogLevel.Information);

        log.CreateLogger("ModelContextProtocol.Server")
            .Log(
                LogLevel.Warning,
                default,
                "Method a\nb\u202Ec \u001b[2J pina_ABCDEFGHIJKLMNOPQRST",
                null,
                (text, _) => text
            );

        var line = errors.ToString();
        Assert.Single(line, '\n');
        Assert.DoesNotContain('\u202E', line);
        Assert.DoesNotContain('\u001b', line);
        Assert.DoesNotContain("pina_ABC", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x3164)]
    [InlineData(0x115F)]
    [InlineData(0x034F)]
    [InlineData(0x180B)]
    [InlineData(0x2800)]
    [InlineData(0xFE00)]
    [InlineData(0xE0100)]
    [InlineData(0xE01EF)]
    public void A_character_that_shows_nothing_is_replaced(int code) =>
        Assert.Equal("a\uFFFDb", HarmlessText.Line($"a{char.ConvertFromUtf32(code)}b", 80));
}
