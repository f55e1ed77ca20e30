using System.Diagnostics;
using System.Globalization;
using Pinterest.OpenApi.Benchmarks.Redis.Support;
using Pinterest.OpenApi.Redis;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>What the server needs for many users, and how long a new worker takes until its first call.</summary>
internal static class UsersPart
{
    private const int AtOnce = 200;
    private const int Starts = 5;
    private const string Category = "org_read";

    // As long as tokens of Pinterest are.
    private const int TokenLength = 60;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    public static async Task<(string, IReadOnlyList<Measure>)> RunAsync(RedisRunOptions options)
    {
        var users = options.Users ?? 100_000;
        await using var server = await RedisServer.StartAsync();
        await using var api = await LimitedServer.StartAmpleAsync();
        var connection = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var empty = await SizeAsync(connection);
        var begin = Stopwatch.GetTimestamp();
        await ForAllAsync(users, "tokens", number => SaveAsync(PinterestRedis.TokenStore(connection), number));
        var perSecond = users / Stopwatch.GetElapsedTime(begin).TotalSeconds;
        var withTokens = await SizeAsync(connection);
        var limiter = PinterestRedis.RateLimiter(connection);
        await ForAllAsync(users, "limits", number => LearnAsync(limiter, number));
        var withLimits = await SizeAsync(connection);
        await ForAllAsync(users, "calls", number => limiter.ReserveAsync(CallOf(number), default));
        var withCalls = await SizeAsync(connection);
        var starts = await FirstCallsAsync(server, api.Address, users);

        // What happens to a connection when its server dies is no part of the time to the first call.
        await connection.DisposeAsync();
        server.Kill();
        begin = Stopwatch.GetTimestamp();
        await server.StartAgainAsync();
        await FirstCallAsync(server, api.Address, UserOf(0));
        var back = Stopwatch.GetElapsedTime(begin);
        return (
            $"{Figures.Number(users)} users, tokens with 4 scopes",
            [
                PerUser("token", withTokens, empty, users),
                PerUser("limits that responses said, kept for 2 days", withLimits, withTokens, users),
                PerUser("calls of the last two minutes, in one rate category", withCalls, withLimits, users),
                new("tokens saved a second, each under its lock", Figures.Number((long)perSecond)),
                new($"start of a worker to its first call, median of {Starts}", Milliseconds(starts.At(0.5))),
                new("kill -9 of the server to the first call of a new worker", Milliseconds(back.TotalMilliseconds)),
            ]
        );
    }

    /// <summary>Makes one call, as a worker that was just started does.</summary>
    public static async Task<int> CallOnceAsync(string redis, Uri address, string user)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var oauth = new PinterestOAuth(new PinterestApp("1", "s"), new PinterestOAuthOptions { BaseAddress = address });
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = address,
                Credential = new UserTokenCredential(oauth, PinterestRedis.TokenStore(connection), user),
                RateLimiter = PinterestRedis.RateLimiter(connection),
                AccessTier = AccessTier.Standard,
            }
        );
        await client.Boards.ListAsync();
        return 0;
    }

    private static async Task<List<double>> FirstCallsAsync(RedisServer server, Uri address, int users)
    {
        var times = new List<double>();
        for (var number = 0; number < Starts; number++)
        {
            var begin = Stopwatch.GetTimestamp();
            await FirstCallAsync(server, address, UserOf(number * (users / Starts)));
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static async Task FirstCallAsync(RedisServer server, Uri address, string user)
    {
        string[] arguments = [RedisBenchmark.WorkerCommand, "first", server.Address, address.AbsoluteUri, user];
        await using var worker = WorkerProcess.Start("first", arguments, _ => { });
        await worker.EndAsync().WaitAsync(LongestStart);
    }

    private static async Task ForAllAsync(int users, string what, Func<int, ValueTask> act)
    {
        var done = 0;
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, users),
            limit,
            async (number, _) =>
            {
                await act(number);
                var count = Interlocked.Increment(ref done);
                if (count % Math.Max(1, users / 4) == 0)
                {
                    RedisBenchmark.Say($"users: {Figures.Number(count)} {what}");
                }
            }
        );
    }

    private static Task ForAllAsync(int users, string what, Func<int, ValueTask<RateLimitTurn>> act) =>
        ForAllAsync(
            users,
            what,
            async number =>
            {
                await act(number);
            }
        );

    private static async ValueTask SaveAsync(ITokenStore store, int number)
    {
        var token = new PinterestToken("pina_" + Filled(number), DateTimeOffset.UtcNow.AddDays(30))
        {
            RefreshToken = "pinr." + Filled(number),
            RefreshTokenExpiresAt = DateTimeOffset.UtcNow.AddDays(365),
            Scopes = ["boards:read", "pins:read", "pins:write", "user_accounts:read"],
        };
        await using var held = await store.LockAsync(UserOf(number), CancellationToken.None);
        await held.SaveAsync(token, CancellationToken.None);
    }

    // A limiter tells what it learns in the background. The reservation that follows goes over the same connection.
    private static ValueTask LearnAsync(IRateLimiter limiter, int number)
    {
        RateLimitWindow[] windows =
        [
            new(100, TimeSpan.FromSeconds(1), "safety_net_app_id_user_id"),
            new(1000, TimeSpan.FromMinutes(1), "org_read_app_id_user_id"),
        ];
        limiter.Learn(
            CallOf(number),
            new RateLimitState(1000, 900, TimeSpan.FromSeconds(30), windows),
            wasRefused: false
        );
        return ValueTask.CompletedTask;
    }

    private static RateLimitedCall CallOf(int number)
    {
        var user = UserOf(number);
        return new(new RateLimitedUser(AccessTier.Standard, user, user), Category, TimeSpan.FromSeconds(70));
    }

    private static string UserOf(int number) => string.Create(CultureInfo.InvariantCulture, $"user-{number}");

    private static string Filled(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(TokenLength, 'a');

    private static async Task<(long Bytes, long Keys)> SizeAsync(IConnectionMultiplexer connection)
    {
        // What was sent before this is done.
        var keys = await connection.GetDatabase().ExecuteAsync("DBSIZE");
        return (await RedisServer.InfoAsync(connection, "memory", "used_memory"), (long)keys);
    }

    private static Measure PerUser(
        string name,
        (long Bytes, long Keys) after,
        (long Bytes, long Keys) before,
        int users
    )
    {
        var bytes = Figures.Number((after.Bytes - before.Bytes) / users);
        var keys = Figures.Number((double)(after.Keys - before.Keys) / users, "0.0");
        return new Measure($"{name}: a user", $"{bytes} bytes in {keys} keys");
    }

    private static string Milliseconds(double value) => $"{Figures.Number(value, "N0")} ms";
}
