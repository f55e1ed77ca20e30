using System.Diagnostics;
using Pinterest.OpenApi.Benchmarks.Redis.Support;
using Pinterest.OpenApi.Redis;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>
/// What a call costs more with the rate limiter on Redis than with that of the process: one after the other in one
/// loop, 100 of each a second, against the same server.
/// </summary>
internal static class OverheadPart
{
    private const double MostAtMedian = 30;
    private const double MostAtP99 = 2000;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task<(string, IReadOnlyList<Measure>)> RunAsync(RedisRunOptions options)
    {
        var time = TimeSpan.FromSeconds(options.Seconds ?? 60);
        RedisBenchmark.Say($"overhead: {time.TotalSeconds:0} s");
        await using var server = await RedisServer.StartAsync();
        await using var api = await LimitedServer.StartAmpleAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var local = PacingWorker.ClientOf(api.Address, "pina_a", limiter: null);
        var shared = PacingWorker.ClientOf(api.Address, "pina_a", PinterestRedis.RateLimiter(connection));
        await MeasureAsync(local, shared, WarmUp);
        var (localTimes, sharedTimes) = await MeasureAsync(local, shared, time);

        var (median, p99) = (sharedTimes.At(0.5) - localTimes.At(0.5), sharedTimes.At(0.99) - localTimes.At(0.99));
        return (
            $"a call, 100 a second, {Figures.Number(localTimes.Count)} of each",
            [
                new("rate limiter of the process: median, p99", Text(localTimes)),
                new("rate limiter on Redis: median, p99", Text(sharedTimes)),
                Measure.Of("more at the median", Micro(median), "<= 30 us", median <= MostAtMedian),
                Measure.Of("more at p99", Micro(p99), "<= 2,000 us", p99 <= MostAtP99),
            ]
        );
    }

    private static string Text(IReadOnlyList<double> times) => $"{Micro(times.At(0.5))}, {Micro(times.At(0.99))}";

    private static string Micro(double value) => $"{Figures.Number(value, "N0")} us";

    private static async Task<(List<double> Local, List<double> Shared)> MeasureAsync(
        PinterestClient local,
        PinterestClient shared,
        TimeSpan time
    )
    {
        var (localTimes, sharedTimes) = (new List<double>(), new List<double>());
        using var timer = new PeriodicTimer(Round);
        var begin = Stopwatch.GetTimestamp();
        for (var round = 0; Stopwatch.GetElapsedTime(begin) < time; round++)
        {
            // The first of a round wakes the processor, so each is first in turn.
            if (round % 2 == 0)
            {
                localTimes.Add(await TimeAsync(local));
                sharedTimes.Add(await TimeAsync(shared));
            }
            else
            {
                sharedTimes.Add(await TimeAsync(shared));
                localTimes.Add(await TimeAsync(local));
            }

            await timer.WaitForNextTickAsync();
        }

        localTimes.Sort();
        sharedTimes.Sort();
        return (localTimes, sharedTimes);
    }

    private static async Task<double> TimeAsync(PinterestClient client)
    {
        var begin = Stopwatch.GetTimestamp();
        await client.Boards.ListAsync();
        return Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
    }
}
