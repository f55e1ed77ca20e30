using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Errors;

/// <summary>A token endpoint is called with the app's id and secret, so its errors speak of them.</summary>
public sealed class TokenRefusalTests
{
    private static readonly Uri Redirect = new("http://localhost:8085/");

    [Fact]
    public async Task A_wrong_app_secret_is_said_to_be_wrong()
    {
        var error = await Assert.ThrowsAsync<PinterestAuthenticationFailedException>(() =>
            Create(401, """{"code":2,"message":"Authentication failed."}""").ExchangeCodeAsync("abc", Redirect)
        );

        Assert.Equal(
            "oauth/token: Pinterest returned 401 Unauthorized. \"Authentication failed.\" (code 2). "
                + "The app id or the app secret is wrong. Copy both again from the page of your apps at Pinterest. "
                + "No access token is involved.",
            error.Message
        );
        Assert.Equal(
            (PinterestErrorKind.AppCredentials, false, false),
            (error.Kind, error.IsTransient, error.MayHaveHappened)
        );
    }

    [Theory]
    [InlineData(401, """{"code":2,"message":"Authentication failed."}""", PinterestErrorKind.AppCredentials)]
    [InlineData(401, "", PinterestErrorKind.AppCredentials)]
    [InlineData(401, """{"error":"invalid_client"}""", PinterestErrorKind.AppCredentials)]
    [InlineData(400, """{"error":"invalid_client"}""", PinterestErrorKind.AppCredentials)]
    [InlineData(401, """{"code":3,"message":"consumer type is not supported"}""", PinterestErrorKind.AppNotApproved)]
    [InlineData(400, """{"code":283,"message":"No."}""", PinterestErrorKind.GrantRefused)]
    [InlineData(401, """{"code":283,"message":"No."}""", PinterestErrorKind.GrantRefused)]
    [InlineData(403, """{"code":"283"}""", PinterestErrorKind.GrantRefused)]
    [InlineData(400, """{"error":"invalid_grant"}""", PinterestErrorKind.GrantRefused)]
    [InlineData(400, """{"code":1,"message":"Invalid redirect_uri"}""", PinterestErrorKind.BadRequest)]
    [InlineData(403, "", PinterestErrorKind.Forbidden)]
    [InlineData(500, "", PinterestErrorKind.Server)]
    public async Task No_error_of_a_token_endpoint_speaks_of_an_access_token_that_is_bad(
        int status,
        string body,
        PinterestErrorKind expected
    )
    {
        foreach (
            var call in new Func<PinterestOAuth, Task>[]
            {
                oauth => oauth.RefreshAsync("pinr_old"),
                oauth => oauth.ExchangeCodeAsync("abc", Redirect),
                oauth => oauth.GetClientTokenAsync([]),
                oauth => oauth.RevokeAsync("pina_old"),
            }
        )
        {
            var error = await Assert.ThrowsAnyAsync<PinterestApiException>(() => call(Create(status, body)));
            Assert.Equal(expected, error.Kind);
            Assert.DoesNotContain("access token is invalid", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("user's role", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_failure_of_a_token_endpoint_has_nothing_to_look_at()
    {
        var error = await Assert.ThrowsAsync<PinterestServerException>(() => Create(503, "").RefreshAsync("pinr_old"));

        Assert.EndsWith(
            "Pinterest failed. Call again later. The code or refresh token that was sent may count as used. If "
                + "Pinterest then rejects it, let the user sign in again.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refused_grant_needs_a_new_sign_in()
    {
        var error = await Assert.ThrowsAsync<PinterestBadRequestException>(() =>
            Create(400, """{"code":283,"message":"bad grant"}""").RefreshAsync("pinr_old")
        );

        Assert.EndsWith(
            "\"bad grant\" (code 283). The code or the refresh token is not valid: it was used before, has "
                + "expired, was revoked, or belongs to another app or redirect address. Let the user sign in again.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_wrong_app_secret_at_a_renewal_sends_no_user_to_a_new_sign_in()
    {
        var store = new MemoryTokenStore();
        var oauth = Create(401, """{"code":2,"message":"Authentication failed."}""");
        var credential = new UserTokenCredential(oauth, store, Guid.NewGuid().ToString());
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr_0" }
        );

        var error = await Assert.ThrowsAsync<PinterestAuthenticationFailedException>(() =>
            new FakePinterest().Client.ForUser(credential).Boards.GetAsync("7")
        );

        Assert.Equal(PinterestErrorKind.AppCredentials, error.Kind);
    }

    private static PinterestOAuth Create(int status, string body) =>
        new(
            new HttpClient(
                new FakePinterest().Replies(body, (HttpStatusCode)status).Replies(body, (HttpStatusCode)status)
            ),
            new PinterestApp("1234", "s3cret-of-the-app"),
            new PinterestOAuthOptions { TimeProvider = new FakeTimeProvider() }
        );
}
