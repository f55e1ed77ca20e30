using System.Net;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Http;

/// <summary>What a server quotes of a call is shown without the secrets of the call.</summary>
public sealed class SecretTextTests
{
    private const string Secret = "abc/def+ghi==\"0123456789";

    [Theory]
    [InlineData("token abc/def+ghi==\"0123456789.", "token ….")]
    [InlineData("token abc\\/def+ghi==\\\"0123456789.", "token ….")]
    [InlineData("token abc%2Fdef%2Bghi%3D%3D%220123456789.", "token ….")]
    [InlineData("token abc%2fdef%2bghi%3d%3d%220123456789.", "token ….")]
    [InlineData("pina_AQUFFSD-123_x and pinr_Zz09 and pinc_1234", "pina_… and pinr_… and pinc_…")]
    [InlineData("pins_count and pina_x stay", "pins_count and pina_x stay")]
    public void A_secret_is_taken_out_however_it_is_quoted(string text, string expected) =>
        Assert.Equal(expected, SecretText.Redact(text, [Secret, "id"]));

    [Theory]
    [InlineData("", true)]
    [InlineData("a b", true)]
    [InlineData("a\n", true)]
    [InlineData("a\r", true)]
    [InlineData("ä", true)]
    [InlineData("pina_AQ~!+/=", false)]
    public void A_text_that_no_header_holds_is_no_secret(string text, bool isMalformed) =>
        Assert.Equal(isMalformed, SecretText.IsMalformed(text));

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_token_in_the_message_of_an_error_is_not_shown(int status)
    {
        const string token = "0a1b2c3d4e5f";
        var pinterest = new FakePinterest().Replies(
            $$"""{"code":7,"message":"'{{token}}' and \u0070ina_otherToken are bad"}""",
            (HttpStatusCode)status
        );
        var client = pinterest.Client.With(o => o with { AccessToken = token });

        var error = await Assert.ThrowsAnyAsync<PinterestApiException>(() => client.Boards.GetAsync("7"));

        Assert.Equal("'…' and pina_… are bad", error.ApiMessage);
        Assert.DoesNotContain(token, error.ToString() + error.ResponseText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task The_secrets_of_a_token_call_are_not_shown(int status)
    {
        var pinterest = new FakePinterest();
        pinterest.Answer = (request, body) =>
            Task.FromResult(
                FakePinterest.Reply(
                    $$"""{"message":"{{body}} {{request.Headers.Authorization}} appSecret99","access_token":12refreshMe345}""",
                    (HttpStatusCode)status
                )
            );
        var oauth = new PinterestOAuth(new HttpClient(pinterest), new PinterestApp("1234", "appSecret99"));
        var basic = Convert.ToBase64String("1234:appSecret99"u8);

        foreach (
            var call in new Func<Task>[]
            {
                () => oauth.RefreshAsync("12refreshMe345"),
                () => oauth.ExchangeCodeAsync("12refreshMe345", new Uri("http://localhost/")),
                () => oauth.RevokeAsync("12refreshMe345"),
            }
        )
        {
            var error = await Record.ExceptionAsync(call);
            if (error is null)
            {
                continue;
            }

            var shown = error + (error as PinterestApiException)?.ResponseText;
            Assert.DoesNotContain("12refreshMe345", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("appSecret99", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(basic, shown, StringComparison.Ordinal);
        }
    }
}
