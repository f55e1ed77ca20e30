using Pinterest.OpenApi.Benchmarks.Redis.Support;
using Pinterest.OpenApi.Redis;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>
/// A process that calls for all users, with the credential and the store that an app has. It writes a line for each
/// call that fails.
/// </summary>
internal static class TokensWorker
{
    /// <summary>How long before its end a token is renewed: five minutes would always be too early.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    // Longer than a busy machine stops a worker, as the lock of a worker that lives must not end.
    private static readonly PinterestRedisOptions Sharing = new() { LockLease = TimeSpan.FromSeconds(5) };

    /// <summary>Names the users.</summary>
    public static IEnumerable<string> Users(int count) => Enumerable.Range(0, count).Select(number => $"u{number}");

    public static async Task<int> RunAsync(string redis, Uri address, string name, string users)
    {
        using var end = WorkerInput.WhenItEnds();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add(TokenProvider.WorkerHeader, name);
        var store = Store(connection);
        var count = int.Parse(users, System.Globalization.CultureInfo.InvariantCulture);
        await Task.WhenAll(
            Users(count).Select(user => CallAsync(ClientOf(http, address, store, user).Client, end.Token))
        );
        return 0;
    }

    /// <summary>Makes the store that all workers share.</summary>
    public static ITokenStore Store(IConnectionMultiplexer connection) =>
        PinterestRedis.TokenStore(connection, Sharing);

    /// <summary>Makes a client of a user.</summary>
    public static (PinterestClient Client, UserTokenCredential Credential) ClientOf(
        HttpClient http,
        Uri address,
        ITokenStore store,
        string user
    )
    {
        var oauth = new PinterestOAuth(
            http,
            new PinterestApp("1", "s"),
            new PinterestOAuthOptions { BaseAddress = address }
        );
        var credential = new UserTokenCredential(oauth, store, user, new UserTokenOptions { RenewalMargin = Margin });
        var options = new PinterestClientOptions
        {
            BaseAddress = address,
            Credential = credential,
            AccessTier = AccessTier.Unlimited,
        };
        return (new PinterestClient(http, options), credential);
    }

    // A call that has begun goes on to its end: only kills cut refreshes short.
    private static async Task CallAsync(PinterestClient client, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await client.Boards.GetAsync("7", cancellationToken: CancellationToken.None);
            }
            catch (PinterestException error)
            {
                Console.WriteLine(error.GetType().Name);
            }

            await Task.Delay(Pause * (0.5 + Random.Shared.NextDouble()), end)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
