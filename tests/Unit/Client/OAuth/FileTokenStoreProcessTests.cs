using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>Kills a real process that shares its token file with the next one.</summary>
public sealed class FileTokenStoreProcessTests
{
    // Real processes with the clock of the system: a hang ends here.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset Ended = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task A_process_that_is_killed_between_refresh_and_use_loses_no_account()
    {
        using var folder = new TemporaryFolder();
        await using var pinterest = await RotatingPinterest.StartAsync();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("me", new PinterestToken("pina_0", Ended) { RefreshToken = "pinr_0" });

        // Each child finds an expired token, renews it, and dies with the new one unused.
        for (var round = 1; round <= 2; round++)
        {
            using var child = Start(pinterest.Address, folder);
            await pinterest.CallArrived(round).WaitAsync(Limit);
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync();

            Assert.Equal(round, pinterest.Refreshes);
            var stored = (await store.ReadAsync("me", default))!;
            Assert.Equal($"pinr_{round}", stored.RefreshToken);
            await store.SaveAsync("me", stored with { ExpiresAt = Ended });
        }

        pinterest.IsAnswering = true;
        using var http = new HttpClient();
        var credential = new UserTokenCredential(
            new PinterestOAuth(
                http,
                new PinterestApp("1", "s"),
                new PinterestOAuthOptions { BaseAddress = pinterest.Address }
            ),
            store,
            "me"
        );
        var client = new PinterestClient(
            http,
            new PinterestClientOptions
            {
                BaseAddress = pinterest.Address,
                Credential = credential,
                AccessTier = AccessTier.Unlimited,
            }
        );

        Assert.Equal("7", (await client.Boards.GetAsync("7")).Id);
        Assert.Equal(3, pinterest.Refreshes);
    }

    [Fact]
    public async Task A_disk_whose_files_cannot_be_locked_is_refused_before_anything_is_sent()
    {
        using var folder = new TemporaryFolder();
        await using var pinterest = await RotatingPinterest.StartAsync();
        await new FileTokenStore(folder).SaveAsync(
            "me",
            new PinterestToken("pina_0", Ended) { RefreshToken = "pinr_0" }
        );

        // .NET locks no file in this process, as on a network share that has no locks.
        using var child = Start(pinterest.Address, folder, ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"));
        var said = await child.StandardError.ReadToEndAsync().WaitAsync(Limit);

        Assert.Contains("is on a file system without file locks", said, StringComparison.Ordinal);
        Assert.Equal(0, pinterest.Refreshes);
    }

    private static Process Start(Uri address, string folder, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(FileTokenStoreProcessTests).Assembly.Location,
                "call-until-killed",
                address.AbsoluteUri,
                folder,
                "me",
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Ends each refresh token when it gives the next, and lets calls wait.</summary>
    private sealed class RotatingPinterest : IAsyncDisposable
    {
        private readonly TaskCompletionSource[] _arrived = [new(), new(), new(), new()];
        private LoopbackServer _server = null!;

        public int Refreshes { get; private set; }

        public bool IsAnswering { get; set; }

        public Uri Address => new(_server.Address, "/v5");

        public static async Task<RotatingPinterest> StartAsync()
        {
            var pinterest = new RotatingPinterest();
            pinterest._server = await LoopbackServer.StartAsync(pinterest.AnswerAsync);
            return pinterest;
        }

        public Task CallArrived(int refresh) => _arrived[refresh].Task;

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            context.Response.ContentType = "application/json";
            if (context.Request.Path.Value!.EndsWith("/oauth/token", StringComparison.Ordinal))
            {
                var form = await context.Request.ReadFormAsync();
                if (form["refresh_token"] != $"pinr_{Refreshes}")
                {
                    context.Response.StatusCode = 400;
                    await context.Response.WriteAsync("""{"code":283,"message":"refresh token is not valid"}""");
                    return;
                }

                Refreshes++;

                await context.Response.WriteAsync(
                    $$"""{"access_token":"pina_{{Refreshes}}","refresh_token":"pinr_{{Refreshes}}","expires_in":3600}"""
                );
                return;
            }

            _arrived[Refreshes].TrySetResult();
            if (!IsAnswering)
            {
                await Forever.UntilCancelledAsync(context.RequestAborted);
            }

            await context.Response.WriteAsync("""{"id":"7"}""");
        }
    }
}
