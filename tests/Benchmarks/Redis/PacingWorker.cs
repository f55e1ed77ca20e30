using Pinterest.OpenApi.Benchmarks.Redis.Support;
using Pinterest.OpenApi.Redis;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>A process that calls as often as the limits allow, and says at its end how many calls were
/// answered.</summary>
internal static class PacingWorker
{
    private const int CallsAtOnce = 8;
    private const int CallsToWarm = 12;

    /// <summary>Runs a worker.</summary>
    /// <param name="redis">The server.</param>
    /// <param name="address">Where it calls.</param>
    /// <param name="token">For whom it calls.</param>
    /// <param name="warm">For whom it calls before it begins, so that nothing is compiled or connected later; empty for
    /// nobody.</param>
    public static async Task<int> RunAsync(string redis, Uri address, string token, string warm)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var client = ClientOf(address, token, PinterestRedis.RateLimiter(connection));
        if (warm.Length > 0)
        {
            // Of first calls on a busy machine some are refused, which is what this is for.
            var other = client.With(options =>
                options with
                {
                    AccessToken = warm,
                    Retry = new PinterestRetryOptions(),
                }
            );
            await Task.WhenAll(Enumerable.Range(0, CallsAtOnce).Select(_ => WarmAsync(other)));
        }

        Console.WriteLine("ready");
        if (await Console.In.ReadLineAsync() is null)
        {
            return 0;
        }

        using var end = WorkerInput.WhenItEnds();
        var (answered, refused) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, CallsAtOnce).Select(_ => CallAsync()));
        Console.WriteLine($"done {answered} {refused}");
        return 0;

        async Task CallAsync()
        {
            while (!end.IsCancellationRequested)
            {
                try
                {
                    await client.Boards.ListAsync(pageSize: 1, cancellationToken: end.Token);
                    Interlocked.Increment(ref answered);
                }
                catch (PinterestRateLimitedException)
                {
                    Interlocked.Increment(ref refused);
                }
                catch (OperationCanceledException) when (end.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }

    private static async Task WarmAsync(PinterestClient client)
    {
        for (var number = 0; number < CallsToWarm; number++)
        {
            await client.Boards.ListAsync(pageSize: 1);
        }
    }

    /// <summary>Makes a client under standard access that sends nothing twice.</summary>
    public static PinterestClient ClientOf(Uri address, string token, IRateLimiter? limiter) =>
        new(
            new PinterestClientOptions
            {
                BaseAddress = address,
                AccessToken = token,
                AccessTier = AccessTier.Standard,
                RateLimiter = limiter,
                MaxRateLimitWait = TimeSpan.FromMinutes(2),
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            }
        );
}
