using System.Globalization;
using Pinterest.OpenApi.Benchmarks.Redis.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>
/// Whether processes that share tokens on Redis lose accounts when they, or the server, are killed, and whether each
/// expiry costs one refresh.
/// </summary>
internal static class TokensPart
{
    public static async Task<(string, IReadOnlyList<Measure>)> RunAsync(RedisRunOptions options)
    {
        var (processes, users) = (options.Processes ?? 8, options.Users ?? 100);
        var seconds = options.Seconds ?? 60;
        RedisBenchmark.Say($"tokens: {processes} processes x {users} users x {seconds} s, seed {options.Seed}");
        var title = string.Create(
            CultureInfo.InvariantCulture,
            $"tokens of 1 s, {processes} processes x {users} users x {seconds} s, seed {options.Seed}"
        );
        var calm = await RunAsync(options, processes, users, seconds: seconds, withKills: false);
        var killed = await RunAsync(options, processes, users, seconds: seconds, withKills: true);
        return (title, [.. calm, .. killed]);
    }

    private static async Task<IReadOnlyList<Measure>> RunAsync(
        RedisRunOptions options,
        int processes,
        int users,
        int seconds,
        bool withKills
    )
    {
        await using var server = await RedisServer.StartAsync();
        await using var provider = await TokenProvider.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var store = TokensWorker.Store(connection);
        foreach (var user in TokensWorker.Users(users))
        {
            await using var held = await store.LockAsync(user, CancellationToken.None);
            await held.SaveAsync(provider.SignIn(user), CancellationToken.None);
        }

        var count = users.ToString(CultureInfo.InvariantCulture);
        string[] shared = [RedisBenchmark.WorkerCommand, "tokens", server.Address, provider.Address.AbsoluteUri];
        await using var workers = new KilledWorkers(
            processes,
            (name, onLine) => WorkerProcess.Start(name, [.. shared, name, count], onLine),
            server,
            options.Seed
        );
        provider.OnRefresh = workers.OnRefresh;
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var time = Task.Delay(Timeout.Infinite, end.Token)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await (withKills ? workers.KillAsync(end.Token) : time);
        await workers.EndAsync();

        // Before the last look, which renews tokens that have not ended.
        var (expiries, more) = (provider.Expiries, provider.More);
        await LookAtAllAsync(provider, store, users);
        return Measures(provider, workers, expiries, more, withKills: withKills);
    }

    // What the server has must be of use to the next worker.
    private static async Task LookAtAllAsync(TokenProvider provider, ITokenStore store, int users)
    {
        using var http = new HttpClient();
        foreach (var user in TokensWorker.Users(users))
        {
            try
            {
                var (client, credential) = TokensWorker.ClientOf(http, provider.Address, store, user);
                await credential.RenewAsync(await credential.GetTokenAsync(default), default);
                await client.Boards.GetAsync("7");
            }
            catch (PinterestReauthorizationRequiredException)
            {
                provider.Lost[user] = true;
            }
        }
    }

    private static List<Measure> Measures(
        TokenProvider provider,
        KilledWorkers workers,
        int expiries,
        int more,
        bool withKills
    )
    {
        var run = withKills ? "with kills" : "without kills";
        var kills = workers.Kills + workers.ServerKills;
        var killed =
            $"{workers.Kills} workers ({workers.AimedKills} within 8 ms after a refresh), "
            + $"{workers.ServerKills} times the server";
        var failures = string.Join(", ", workers.Failures.Select(failure => $"{failure.Value} {failure.Key}"));
        var measures = new List<Measure>
        {
            new($"{run}: calls", Figures.Number(provider.Calls)),
            new($"{run}: calls that failed", failures.Length > 0 ? failures : "0"),
            new($"{run}: tokens that ended", Figures.Number(expiries)),
            Measure.Of(
                $"{run}: refreshes more than one for each",
                Figures.Number(more),
                withKills ? $"<= {kills}" : "0",
                more <= kills
            ),
            Measure.Of(
                $"{run}: accounts lost",
                Figures.Number(provider.Lost.Count),
                "0",
                provider.Lost.IsEmpty && expiries > 0
            ),
        };
        if (withKills)
        {
            measures.Insert(0, new Measure($"{run}: killed", killed));
        }

        return measures;
    }
}
