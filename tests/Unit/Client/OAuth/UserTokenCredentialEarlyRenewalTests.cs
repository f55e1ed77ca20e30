using System.Net;
using System.Threading.Channels;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>A token that still works is renewed in the background.</summary>
public sealed class UserTokenCredentialEarlyRenewalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_token_near_its_end_is_renewed_in_the_background_and_used_meanwhile()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(3));

        await user.Client.Boards.GetAsync("7");
        Assert.Equal(
            "Bearer pina_0",
            user.Pinterest.Requests.First(sent => sent.Request.Method == HttpMethod.Get)
                .Request.Headers.Authorization!.ToString()
        );

        await user.Store.Renewed;
        Assert.Equal("pina_1", (await user.StoredAsync()).AccessToken);
    }

    [Fact]
    public async Task A_token_is_renewed_early_from_five_minutes_before_its_end()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromSeconds(301));

        await user.Client.Boards.GetAsync("7");
        user.Time.Advance(TimeSpan.FromSeconds(1));
        await user.Client.Boards.GetAsync("7");

        await user.Store.Renewed;
        Assert.Equal([user.Time.GetUtcNow()], user.RefreshedAt);
    }

    [Fact]
    public async Task The_margin_of_an_early_renewal_can_be_chosen()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(3));
        var credential = user.CredentialOf(
            user.Pinterest,
            new UserTokenOptions { RenewalMargin = TimeSpan.FromMinutes(1) }
        );

        Assert.Equal("pina_0", (await credential.GetTokenAsync(default)).AccessToken);
        user.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("pina_0", (await credential.GetTokenAsync(default)).AccessToken);

        await user.Store.Renewed;
        Assert.Equal([user.Time.GetUtcNow()], user.RefreshedAt);
    }

    [Fact]
    public async Task An_early_renewal_that_fails_is_tried_again_after_half_a_minute_and_calls_go_on()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(4));
        var works = user.Pinterest.Answer!;
        var start = user.Time.GetUtcNow();
        var attempts = Channel.CreateUnbounded<Attempt>();
        user.Pinterest.Answer = async (request, body) =>
        {
            if (!RenewingUser.IsRefresh(request))
            {
                return await works(request, body);
            }

            var attempt = new Attempt(user.Time.GetUtcNow());
            attempts.Writer.TryWrite(attempt);
            return await attempt.Reply.Task;
        };

        await user.Client.Boards.GetAsync("7");
        var first = await attempts.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        await first.FailAsync();
        await user.Client.Boards.GetAsync("7");
        user.Time.Advance(TimeSpan.FromSeconds(29));
        await user.Client.Boards.GetAsync("7");
        user.Time.Advance(TimeSpan.FromSeconds(1));
        await user.Client.Boards.GetAsync("7");
        var second = await attempts.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        await second.FailAsync();

        Assert.Equal([start, start + TimeSpan.FromSeconds(30)], [first.At, second.At]);
    }

    /// <summary>A refresh that waits for its reply.</summary>
    private sealed record Attempt(DateTimeOffset At)
    {
        // What waits for the reply runs on at once, on the thread that gives it.
        public TaskCompletionSource<HttpResponseMessage> Reply { get; } = new();

        /// <summary>Fails the refresh. The credential has noted the failure when this is done.</summary>
        public Task FailAsync() =>
            // A thread of the pool, because a continuation runs on at once only where there is no context.
            Task.Run(() => Reply.SetResult(FakePinterest.Reply("", HttpStatusCode.BadGateway)));
    }
}
