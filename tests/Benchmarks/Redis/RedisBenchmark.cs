using System.Diagnostics;
using Pinterest.OpenApi.Benchmarks.Redis.Support;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>What many workers share on Redis: whether it holds, what it costs and what it needs.</summary>
internal static class RedisBenchmark
{
    /// <summary>The command of a worker, which the benchmark starts itself.</summary>
    public const string WorkerCommand = "redis-worker";

    /// <summary>Runs the parts that the arguments name.</summary>
    /// <returns>0 when each target is held, 1 when one is missed, 2 for wrong arguments, 3 without
    /// redis-server.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (RedisRunOptions.Parse(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(RedisRunOptions.Help);
            return 2;
        }

        if (options.IsHelp)
        {
            Console.WriteLine(RedisRunOptions.Help);
            return 0;
        }

        if (RedisServer.Program is null)
        {
            await Console.Error.WriteLineAsync("Install redis-server (Debian: apt-get install redis-server).");
            return 3;
        }

        var isHeld = true;
        foreach (var part in options.Parts)
        {
            var begin = Stopwatch.GetTimestamp();
            var (title, measures) = await MeasureAsync(part, options);
            Measure.Print(title, measures);
            isHeld &= measures.All(measure => measure.IsHeld);
            Say($"{part}: {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s");
        }

        return isHeld ? 0 : 1;
    }

    /// <summary>Runs a worker until its input ends.</summary>
    public static Task<int> RunWorkerAsync(string[] arguments) =>
        arguments switch
        {
            ["tokens", var redis, var address, var name, var users] => TokensWorker.RunAsync(
                redis,
                new Uri(address),
                name,
                users
            ),
            ["pacing", var redis, var address, var token, .. var warm] => PacingWorker.RunAsync(
                redis,
                new Uri(address),
                token,
                warm.FirstOrDefault("")
            ),
            ["first", var redis, var address, var user] => UsersPart.CallOnceAsync(redis, new Uri(address), user),
            _ => Task.FromResult(2),
        };

    /// <summary>Says how far a run is.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);

    private static Task<(string Title, IReadOnlyList<Measure> Measures)> MeasureAsync(
        string part,
        RedisRunOptions options
    ) =>
        part switch
        {
            "tokens" => TokensPart.RunAsync(options),
            "pacing" => PacingPart.RunAsync(options),
            "overhead" => OverheadPart.RunAsync(options),
            _ => UsersPart.RunAsync(options),
        };
}
