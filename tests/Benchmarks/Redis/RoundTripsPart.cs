using System.Diagnostics;
using Pinterest.OpenApi.Benchmarks.Redis.Support;
using Pinterest.OpenApi.Redis;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>How many calls a worker makes for one round trip to Redis, when it makes them evenly.</summary>
internal static class RoundTripsPart
{
    private const int CallsPerSecond = 100;
    private const double Most = 0.2;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Measure>> RunAsync(int processes)
    {
        RedisBenchmark.Say($"pacing: {CallsPerSecond} calls a second for {Time.TotalSeconds:0} s, twice");
        var one = await CallAsync(workers: 1);
        var many = await CallAsync(processes);
        return
        [
            Measure.Of(
                $"round trips a call, one worker with {CallsPerSecond} calls a second",
                Figures.Number(one, "0.00"),
                "<= 0.2",
                one <= Most
            ),
            new(
                $"the same, {CallsPerSecond} calls a second of {processes} workers together",
                Figures.Number(many, "0.00")
            ),
        ];
    }

    // Each worker has a connection of its own, as a process has.
    private static async Task<double> CallAsync(int workers)
    {
        await using var server = await RedisServer.StartAsync();
        await using var api = await LimitedServer.StartAmpleAsync();
        await using var own = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var connections = new List<IConnectionMultiplexer>();
        var clients = new List<PinterestClient>();
        for (var number = 0; number < workers; number++)
        {
            connections.Add(await ConnectionMultiplexer.ConnectAsync(server.Address));
            clients.Add(PacingWorker.ClientOf(api.Address, "pina_a", PinterestRedis.RateLimiter(connections[^1])));
            await clients[^1].Boards.ListAsync();
        }

        var before = await RedisServer.ScriptsAsync(own);
        var calls = await CallEvenlyAsync(clients);
        var after = await RedisServer.ScriptsAsync(own);
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        return (double)(after - before) / calls;
    }

    private static async Task<int> CallEvenlyAsync(IReadOnlyList<PinterestClient> clients)
    {
        var underWay = new List<Task>();
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Time)
        {
            var due = TimeSpan.FromSeconds((double)underWay.Count / CallsPerSecond);
            var wait = due - Stopwatch.GetElapsedTime(begin);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            underWay.Add(clients[underWay.Count % clients.Count].Boards.ListAsync());
        }

        await Task.WhenAll(underWay);
        return underWay.Count;
    }
}
