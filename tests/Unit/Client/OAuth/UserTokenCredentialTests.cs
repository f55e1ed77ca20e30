using System.Net;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

public sealed class UserTokenCredentialTests
{
    [Fact]
    public async Task A_thousand_calls_with_an_expired_token_cost_one_refresh()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));

        var boards = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => Task.Run(() => user.Client.Boards.GetAsync("7")))
        );

        Assert.Equal(1000, boards.Count(board => board.Id == "7"));
        Assert.Equal(1, user.Refreshes);
        Assert.All(
            user.Pinterest.Requests.Where(sent =>
                sent.Request.RequestUri!.AbsolutePath.Contains("boards", StringComparison.Ordinal)
            ),
            sent => Assert.Equal("Bearer pina_1", sent.Request.Headers.Authorization!.ToString())
        );
    }

    [Fact]
    public async Task A_thousand_refused_calls_cost_one_refresh_and_are_each_sent_twice()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");

        var boards = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => Task.Run(() => user.Client.Boards.GetAsync("7")))
        );

        Assert.Equal((1000, 1), (boards.Count(board => board.Id == "7"), user.Refreshes));
    }

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
    public async Task A_callers_cancellation_ends_its_wait_and_not_the_renewal()
    {
        var answer = new TaskCompletionSource();
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1), hold: answer.Task);
        using var source = new CancellationTokenSource();
        var first = user.Client.Boards.GetAsync("7", cancellationToken: source.Token);
        var second = user.Client.Boards.GetAsync("7");

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        Assert.Equal("7", (await second).Id);
        Assert.Equal(1, user.Refreshes);
    }

    [Fact]
    public async Task The_new_pair_is_stored_before_anyone_uses_it()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));
        var stored = "";
        var answer = user.Pinterest.Answer!;
        user.Pinterest.Answer = async (request, body) =>
        {
            if (request.Method == HttpMethod.Get)
            {
                stored = (await user.StoredAsync()).RefreshToken!;
            }

            return await answer(request, body);
        };

        await user.Client.Boards.GetAsync("7");

        Assert.Equal("pinr_1", stored);
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

    [Fact]
    public async Task What_another_process_has_renewed_is_taken_and_not_renewed_again()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");
        await user.Client.Boards.GetAsync("7");
        var other = new PinterestToken("pina_other", user.Time.GetUtcNow().AddDays(30)) { RefreshToken = "pinr_other" };
        await user.Store.TryWriteAsync(
            user.Key,
            other,
            (await user.Store.ReadAsync(user.Key, default))!.Version,
            default
        );

        var renewed = await user.Credential.RenewAsync(new PinterestToken("pina_1"), default);

        Assert.Equal("pina_other", renewed!.AccessToken);
        Assert.Equal(1, user.Refreshes);
    }

    [Fact]
    public async Task A_token_at_its_end_is_renewed_before_the_call()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.Zero);

        await user.Client.Boards.GetAsync("7");

        Assert.Equal("Bearer pina_1", user.Pinterest.Requests[^1].Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public Task What_is_missing_is_named()
    {
        var store = new MemoryTokenStore();
        var oauth = new PinterestOAuth(new HttpClient(), new PinterestApp("1", "s"));
        var credential = new UserTokenCredential(oauth, store, "u");
        return Missing.IsNamedAsync(
            ("oauth", () => new UserTokenCredential(null!, store, "u")),
            ("store", () => new UserTokenCredential(oauth, null!, "u")),
            ("user", () => new UserTokenCredential(oauth, store, "")),
            ("token", () => credential.SetTokenAsync(null!)),
            ("rejected", () => credential.RenewAsync(null!, default).AsTask())
        );
    }
}
