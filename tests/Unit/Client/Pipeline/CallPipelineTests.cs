using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>
/// Ends a call at each of the moments at which it waits: for the store, the renewal, its turn, the reply, the body,
/// the next attempt.
/// </summary>
public sealed class CallPipelineTests
{
    // A seed makes a failure repeatable; the moments are spread over all that a call does.
    private const int Seed = 20261123;
    private const int Rounds = 150;

    [Fact]
    public async Task A_call_that_is_cancelled_at_any_moment_ends_as_cancelled_and_leaves_the_client_whole()
    {
        var random = new Random(Seed);
        var refreshes = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(3);
            context.Response.ContentType = "application/json";
            if (context.Request.Path.Value!.EndsWith("/oauth/token", StringComparison.Ordinal))
            {
                var count = Interlocked.Increment(ref refreshes);
                await context.Response.WriteAsync(
                    $$"""{"access_token":"pina_{{count}}","refresh_token":"pinr_{{count}}","expires_in":1}"""
                );
                return;
            }

            // Some attempts fail, so that there is a wait between two.
            if (Random.Shared.Next(4) == 0)
            {
                context.Response.StatusCode = 503;
                return;
            }

            await context.Response.WriteAsync("{\"id\":");
            await context.Response.Body.FlushAsync();
            await Task.Delay(3);
            await context.Response.WriteAsync("\"7\"}");
        });
        using var http = new HttpClient();
        var store = new MemoryTokenStore();
        var user = Guid.NewGuid().ToString();
        var credential = new UserTokenCredential(
            new PinterestOAuth(
                http,
                new PinterestApp("1", "s"),
                new PinterestOAuthOptions { BaseAddress = new Uri(server.Address, "/v5") }
            ),
            store,
            user,
            new UserTokenOptions { RenewalMargin = TimeSpan.Zero }
        );
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr_0" }
        );
        var client = server.Client(options =>
            options with
            {
                AccessToken = null,
                Credential = credential,
                Retry = new PinterestRetryOptions { MaxRetries = 10, BaseDelay = TimeSpan.FromMilliseconds(2) },
            }
        );

        var (cancelled, finished) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            using var source = new CancellationTokenSource();
            var call = client.Boards.GetAsync("7", cancellationToken: source.Token);
            source.CancelAfter(TimeSpan.FromMilliseconds(random.Next(0, 25)));
            try
            {
                Assert.Equal("7", (await call.WaitAsync(TimeSpan.FromSeconds(30))).Id);
                finished++;
            }
            catch (OperationCanceledException error)
            {
                Assert.True(source.IsCancellationRequested, error.ToString());
                cancelled++;
            }
        }

        Assert.True(cancelled > 0 && finished > 0, $"{cancelled} cancelled, {finished} finished");
        Assert.Equal("7", (await client.Boards.GetAsync("7")).Id);
        Assert.Equal($"pinr_{refreshes}", (await store.ReadAsync(user, default))!.Token.RefreshToken);
    }
}
