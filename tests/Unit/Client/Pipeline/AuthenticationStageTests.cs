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
    public async Task Walks_that_fail_by_one_renewal_each_know_their_own_place()
    {
        var failure = new PinterestTokenStoreException("The disk is full.");
        var pinterest = new FakePinterest
        {
            Answer = (request, _) =>
                Task.FromResult(
                    request.RequestUri!.Query.Contains("bookmark", StringComparison.Ordinal)
                        ? FakePinterest.Reply("", HttpStatusCode.Unauthorized)
                        : FakePinterest.Reply($$"""{"items":[],"bookmark":"{{request.RequestUri.Segments[^1]}}"}""")
                ),
        };
        var client = pinterest.Client.ForUser(new FailingCredential(failure));

        var boards = await FailureAsync(client.Boards.EnumerateAsync());
        var pins = await FailureAsync(client.Pins.EnumerateAsync());

        Assert.Equal(("boards", "pins", null), (boards.ResumeBookmark, pins.ResumeBookmark, failure.ResumeBookmark));
        Assert.Equal("The disk is full.", boards.Message);
        Assert.Contains(nameof(FailingCredential), boards.StackTrace, StringComparison.Ordinal);

        static Task<PinterestTokenStoreException> FailureAsync<T>(BookmarkPager<T> pager) =>
            Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            {
                await foreach (var item in pager)
                {
                    Assert.NotNull(item);
                }
            });
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

    // Gives the same exception to all, as a renewal that many calls wait for does.
    private sealed class FailingCredential(PinterestException failure) : PinterestCredential
    {
        public override TokenKind Kind => TokenKind.User;

        public override ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new PinterestToken("pina_old"));

        public override ValueTask<PinterestToken?> RenewAsync(
            PinterestToken rejected,
            CancellationToken cancellationToken
        ) => throw failure;
    }

    private sealed class BrokenCredential : PinterestCredential
    {
        public override TokenKind Kind => TokenKind.User;

        public override ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new PinterestToken("pina_a\n"));
    }
}
