using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

public sealed class PinterestOAuthTests
{
    private static readonly Uri Redirect = new("http://localhost:8085/");
    private static readonly PinterestApp App = new("1234", "s3cret");
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_authorise_address_has_scopes_by_commas_and_the_state()
    {
        var address = Create(new FakePinterest()).GetAuthorizationUri(Redirect, ["boards:read", "pins:read"], "st&te");

        Assert.Equal(
            "https://www.pinterest.com/oauth/?client_id=1234&redirect_uri=http%3A%2F%2Flocalhost%3A8085%2F&response_type=code"
                + "&scope=boards%3Aread%2Cpins%3Aread&state=st%26te",
            address.AbsoluteUri
        );
        Assert.NotEqual(PinterestOAuth.CreateState(), PinterestOAuth.CreateState());
    }

    [Fact]
    public async Task A_code_is_exchanged_with_Basic_and_a_form()
    {
        var pinterest = new FakePinterest().Replies(
            """
            {
              "access_token": "pina_a",
              "token_type": "bearer",
              "expires_in": 2592000,
              "scope": "boards:read,pins:read pins:write",
              "response_type": "authorization_code",
              "refresh_token": "pinr_r",
              "refresh_token_expires_in": 5184000
            }
            """
        );

        var token = await Create(pinterest).ExchangeCodeAsync("c0de", Redirect);

        var (request, body) = Assert.Single(pinterest.Requests);
        Assert.Equal("https://api.pinterest.com/v5/oauth/token", request.RequestUri!.AbsoluteUri);
        Assert.Equal(
            $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("1234:s3cret"))}",
            request.Headers.Authorization!.ToString()
        );
        Assert.Equal(
            "grant_type=authorization_code&code=c0de&redirect_uri=http%3A%2F%2Flocalhost%3A8085%2F&continuous_refresh=true",
            body
        );
        Assert.Equal(
            ("pina_a", "pinr_r", Time.GetUtcNow().AddDays(30), Time.GetUtcNow().AddDays(60)),
            (token.AccessToken, token.RefreshToken, token.ExpiresAt, token.RefreshTokenExpiresAt)
        );
        Assert.Equal(["boards:read", "pins:read", "pins:write"], token.Scopes);
    }

    [Fact]
    public async Task A_refresh_keeps_the_old_refresh_token_when_no_new_one_comes_and_takes_a_new_one()
    {
        var pinterest = new FakePinterest()
            .Replies("""{"access_token":"pina_b","response_type":"refresh_token"}""")
            .Replies("""{"access_token":"pina_c","response_type":"integration_refresh","refresh_token":"pinr_new"}""");
        var oauth = Create(pinterest, new PinterestOAuthOptions { ContinuousRefresh = false });

        Assert.Equal("pinr_old", (await oauth.RefreshAsync("pinr_old")).RefreshToken);
        Assert.Equal("pinr_new", (await oauth.RefreshAsync("pinr_old")).RefreshToken);
        Assert.Equal("grant_type=refresh_token&refresh_token=pinr_old", pinterest.Requests[0].Body);
    }

    [Fact]
    public async Task A_client_token_and_a_revocation_are_forms_too()
    {
        var pinterest = new FakePinterest().Replies("""{"access_token":"pinc_a"}""").Replies("");
        var oauth = Create(pinterest);

        Assert.Null((await oauth.GetClientTokenAsync(["ads:read", "catalogs:read"])).RefreshToken);
        await oauth.RevokeAsync("pina_a");

        Assert.Equal(
            ["grant_type=client_credentials&scope=ads%3Aread%2Ccatalogs%3Aread", "token=pina_a"],
            pinterest.Requests.Select(sent => sent.Body)
        );
        Assert.EndsWith(
            "/oauth/token/revoke",
            pinterest.Requests[1].Request.RequestUri!.AbsoluteUri,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"token_type":"bearer","refresh_token":"pinr_leak"}""")]
    [InlineData("""{"access_token":"pina_leak","refresh""")]
    [InlineData("""["pina_leak"]""")]
    [InlineData("<html>pina_leak</html>")]
    public async Task A_garbled_reply_is_an_error_that_shows_no_token(string reply)
    {
        var error = await Assert.ThrowsAnyAsync<PinterestException>(() =>
            Create(new FakePinterest().Replies(reply)).ExchangeCodeAsync("c0de", Redirect)
        );

        Assert.DoesNotContain("leak", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("leak", (error as PinterestApiException)?.ResponseText ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("\"3600\"", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1", 1)]
    [InlineData("3153600000", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("null", null)]
    public async Task An_end_that_cannot_be_true_is_not_known(string seconds, int? expected)
    {
        var token = await Create(
                new FakePinterest().Replies($$"""{"access_token":"pina_a","expires_in":{{seconds}}}""")
            )
            .ExchangeCodeAsync("c0de", Redirect);
        Assert.Equal(expected is { } life ? Time.GetUtcNow().AddSeconds(life) : null, token.ExpiresAt);
    }

    [Fact]
    public async Task A_refused_request_names_the_endpoint()
    {
        var oauth = Create(
            new FakePinterest()
                .Replies("{}", HttpStatusCode.BadRequest)
                .Replies("{}", HttpStatusCode.BadRequest)
                .Replies("{}")
        );

        Assert.StartsWith(
            "oauth/token: ",
            (await Assert.ThrowsAsync<PinterestBadRequestException>(() => oauth.RefreshAsync("r"))).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "token/revoke: ",
            (await Assert.ThrowsAsync<PinterestBadRequestException>(() => oauth.RevokeAsync("r"))).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "oauth/token: Pinterest returned a success without an access token. Try again. If it happens again, "
                + "let the user sign in again.",
            (await Assert.ThrowsAsync<PinterestTokenReplyException>(() => oauth.RefreshAsync("r"))).Message
        );
    }

    [Fact]
    public async Task A_token_that_no_header_holds_is_no_token() =>
        await Assert.ThrowsAsync<PinterestTokenReplyException>(() =>
            Create(new FakePinterest().Replies("""{"access_token":"pina_a\nb"}""")).RefreshAsync("pinr_old")
        );

    [Fact]
    public async Task A_token_request_that_may_have_arrived_is_not_sent_again()
    {
        var pinterest = new FakePinterest().Replies("", HttpStatusCode.InternalServerError);

        await Assert.ThrowsAsync<PinterestServerException>(() => Create(pinterest).RefreshAsync("pinr_old"));
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public Task What_is_missing_is_named()
    {
        var oauth = Create(new FakePinterest());
        return Missing.IsNamedAsync(
            ("http", () => new PinterestOAuth(null!, App)),
            ("app", () => new PinterestOAuth(new HttpClient(), null!)),
            ("redirectUri", () => oauth.GetAuthorizationUri(null!, [], "s")),
            ("scopes", () => oauth.GetAuthorizationUri(Redirect, null!, "s")),
            ("state", () => oauth.GetAuthorizationUri(Redirect, [], "")),
            ("code", () => oauth.ExchangeCodeAsync("", Redirect)),
            ("redirectUri", () => oauth.ExchangeCodeAsync("c", null!)),
            ("refreshToken", () => oauth.RefreshAsync("")),
            ("scopes", () => oauth.GetClientTokenAsync(null!)),
            ("token", () => oauth.RevokeAsync(""))
        );
    }

    [Theory]
    [InlineData("http://api.example")]
    [InlineData("ftp://localhost")]
    public void A_secret_goes_to_no_address_that_is_not_encrypted(string address) =>
        Assert.Throws<ArgumentException>(() =>
            new PinterestOAuth(new HttpClient(), App, new PinterestOAuthOptions { BaseAddress = new Uri(address) })
        );

    private static PinterestOAuth Create(FakePinterest pinterest, PinterestOAuthOptions? options = null) =>
        new(new HttpClient(pinterest), App, (options ?? new()) with { TimeProvider = Time });
}
