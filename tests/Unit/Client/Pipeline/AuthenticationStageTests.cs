using System.Net;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>A rejected token is renewed once, and a call is never sent without one.</summary>
public sealed class AuthenticationStageTests
{
    [Fact]
    public async Task A_creation_that_was_refused_for_its_token_is_sent_again_once()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");

        await user.Client.Pins.CreateAsync(new PinCreate { Title = "x" });

        Assert.Equal(
            ["""{"title":"x"}""", """{"title":"x"}"""],
            user.Pinterest.Requests.Where(sent => sent.Request.RequestUri!.AbsolutePath == "/v5/pins")
                .Select(sent => sent.Body)
        );
    }

    [Fact]
    public async Task A_second_refusal_is_the_callers()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_");

        await Assert.ThrowsAsync<PinterestAuthenticationFailedException>(() => user.Client.Boards.GetAsync("7"));
        Assert.Equal(1, user.Refreshes);
    }

    [Fact]
    public async Task A_missing_permission_refreshes_nothing()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromDays(30));
        user.Pinterest.Replies(
            """{"code":3,"message":"token does not have sufficient permissions"}""",
            HttpStatusCode.Unauthorized
        );

        await Assert.ThrowsAsync<PinterestMissingScopeException>(() => user.Client.Boards.GetAsync("7"));
        Assert.Equal(0, user.Refreshes);
    }

    [Fact]
    public async Task A_credential_that_gives_what_no_header_holds_is_named_before_anything_is_sent()
    {
        var pinterest = new FakePinterest();
        var client = pinterest.Client.ForUser(new BrokenCredential());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Boards.GetAsync("7"));

        Assert.Contains("such as a line break", error.Message, StringComparison.Ordinal);
        Assert.Empty(pinterest.Requests);
    }

    [Fact]
    public async Task A_failed_renewal_never_sends_the_call_bare()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));
        user.Pinterest.Replies("", HttpStatusCode.NotFound);

        await Assert.ThrowsAnyAsync<PinterestException>(() => user.Client.Boards.GetAsync("7"));
        Assert.EndsWith(
            "/oauth/token",
            Assert.Single(user.Pinterest.Requests).Request.RequestUri!.AbsolutePath,
            StringComparison.Ordinal
        );
    }

    private sealed class BrokenCredential : PinterestCredential
    {
        public override TokenKind Kind => TokenKind.User;

        public override ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new PinterestToken("pina_a\n"));
    }
}
