using System.Net;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>Ends a call at each of the moments at which it waits.</summary>
public sealed class CallPipelineTests
{
    [Theory]
    [InlineData("store")]
    [InlineData("renewal")]
    [InlineData("turn")]
    [InlineData("reply")]
    [InlineData("body")]
    [InlineData("next attempt")]
    public async Task A_call_that_is_cancelled_while_it_waits_ends_as_cancelled_and_leaves_the_client_whole(
        string moment
    )
    {
        var time = new WatchedTime();
        var held = new Held(moment);
        using var pinterest = new HeldPinterest(held);
        var store = new HeldStore(held);
        var user = Guid.NewGuid().ToString();
        await store.SeedAsync(user, new PinterestToken("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr_0" });
        var client = Client(pinterest, store, user, time);
        if (moment == "turn")
        {
            // The reply says that nothing is left, so the next call waits for its turn.
            await client.Boards.GetAsync("7");
        }

        using var source = new CancellationTokenSource();
        var call = client.Boards.GetAsync("7", cancellationToken: source.Token);
        await (moment is "turn" or "next attempt" ? time.NextWaitAsync() : held.IsReached);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        held.Release();
        Assert.Equal("7", (await time.PassAsync(client.Boards.GetAsync("7"))).Id);
        Assert.Equal((1, "pinr_1"), (pinterest.Refreshes, (await store.ReadAsync(user, default))!.RefreshToken));
    }

    private static PinterestClient Client(HeldPinterest pinterest, ITokenStore store, string user, WatchedTime time)
    {
        var http = new HttpClient(pinterest, disposeHandler: false);
        var oauth = new PinterestOAuth(
            http,
            new PinterestApp("1", "s"),
            new PinterestOAuthOptions { TimeProvider = time }
        );
        return new PinterestClient(
            http,
            new PinterestClientOptions
            {
                Credential = new UserTokenCredential(oauth, store, user),
                AccessTier = AccessTier.Standard,
                TimeProvider = time,
            }
        );
    }

    /// <summary>Holds whoever comes to one moment, until it is released.</summary>
    private sealed class Held(string moment)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Moment => moment;

        public Task IsReached => _reached.Task;

        public void Release() => _released.TrySetResult();

        public async Task PassAsync(string at, CancellationToken cancellationToken)
        {
            if (at == moment)
            {
                _reached.TrySetResult();
                await _released.Task.WaitAsync(cancellationToken);
            }
        }
    }

    private sealed class HeldStore(Held held) : ITokenStore
    {
        private readonly MemoryTokenStore _store = new();

        public Task SeedAsync(string user, PinterestToken token) => _store.SaveAsync(user, token);

        public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
            _store.ReadAsync(user, cancellationToken);

        public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken)
        {
            await held.PassAsync("store", cancellationToken);
            return await _store.LockAsync(user, cancellationToken);
        }
    }

    private sealed class HeldPinterest(Held held) : HttpMessageHandler
    {
        private int _refreshes;
        private int _calls;

        public int Refreshes => _refreshes;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/oauth/token", StringComparison.Ordinal))
            {
                await held.PassAsync("renewal", cancellationToken);
                var count = Interlocked.Increment(ref _refreshes);
                return FakePinterest.Reply(
                    $$"""{"access_token":"pina_{{count}}","refresh_token":"pinr_{{count}}","expires_in":3600}"""
                );
            }

            await held.PassAsync("reply", cancellationToken);
            var isFirst = Interlocked.Increment(ref _calls) == 1;
            if (isFirst && held.Moment == "next attempt")
            {
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            }

            var reply = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new HeldBody(held)) };
            if (isFirst && held.Moment == "turn")
            {
                reply.Headers.Add("x-ratelimit-remaining", "0");
                reply.Headers.Add("x-ratelimit-reset", "5");
            }

            return reply;
        }
    }

    private sealed class HeldBody(Held held) : MemoryStream("""{"id":"7"}"""u8.ToArray())
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await held.PassAsync("body", cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
