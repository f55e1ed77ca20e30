using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

/// <summary>What looks like a token is the same for the rules, for the log and for tables.</summary>
public sealed class TokenTextTests
{
    private const string Tail = "AbCdEfGhIjKlMnOpQr_-";

    [Theory]
    [InlineData("pina_" + Tail)]
    [InlineData("pinr_" + Tail)]
    [InlineData("pinc_" + Tail)]
    [InlineData("my pina_" + Tail + "0123456789 token")]
    [InlineData("npina_" + Tail)]
    [InlineData("Bearer " + Tail)]
    [InlineData("bearer  eyJhbGciOi.JIUzI1NiJ9+/=")]
    public void A_token_is_refused_and_never_shown(string text)
    {
        Assert.Equal("token-in-arguments", RuleOf(text));
        Assert.Contains("[token]", HarmlessText.Line(text, 200), StringComparison.Ordinal);
        Assert.DoesNotContain("AbCdEf", HarmlessText.Line(text, 200), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pina_colada_recipes")]
    [InlineData("pins_for_kitchens_and_gardens_of_2027")]
    [InlineData("pinterest_create_pin_of_a_kitchen_table")]
    [InlineData("The bearer of good news")]
    [InlineData("pina_ABCDEFGHIJKLMNOPQRS")]
    public void A_name_is_none(string text)
    {
        Assert.NotEqual("token-in-arguments", RuleOf(text));
        Assert.Equal(text, HarmlessText.Line(text, 200));
    }

    private static string RuleOf(string text) =>
        Calls.Decide(Calls.Everything(), Calls.CreatePin() with { Arguments = $$"""{"title":"{{text}}"}""" }).Rule;
}
