using System.Globalization;
using Pinterest.OpenApi.Benchmarks.Redis.Support;
using Pinterest.OpenApi.Sandbox;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>Whether many processes use a quota together without a refusal, and how often they ask Redis for
/// it.</summary>
internal static class PacingPart
{
    private const int PerSecond = 100;
    private const int PerMinute = 1000;
    private const int SecondsOfMinute = 60;

    // Of the limit of a second alone, the time of a block and the margin are a large part.
    private const int SecondsAlone = 20;
    private const double LeastUse = 0.95;
    private const string CountedToken = "pina_a";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    public static async Task<(string, IReadOnlyList<Measure>)> RunAsync(RedisRunOptions options)
    {
        var (processes, seconds) = (options.Processes ?? 4, options.Seconds ?? 119);
        RedisBenchmark.Say($"pacing: {processes} processes x {seconds} s, for fixed and for sliding windows");
        var allowed = PerMinute * ((seconds / SecondsOfMinute) + 1);
        var measures = new List<Measure>();
        measures.AddRange(
            Judge("fixed windows of the sandbox", await AtSandboxAsync(processes, seconds: seconds), allowed)
        );
        measures.AddRange(Judge("sliding windows", await AtAllowanceAsync(processes, seconds: seconds), allowed));
        measures.AddRange(await OfSecondAsync(processes));
        measures.AddRange(await RoundTripsPart.RunAsync(processes));
        return ($"rate limits, {processes} processes, {seconds} s", measures);
    }

    private static async Task<IReadOnlyList<Measure>> OfSecondAsync(int processes)
    {
        const string name = "sliding windows of a second alone";
        var warm = await OfSecondAsync(processes, isWarm: true);
        var cold = await OfSecondAsync(processes, isWarm: false);
        var use = (double)warm.Answered / (PerSecond * SecondsAlone);
        return
        [
            new($"{name}: used of the quota", Percent(use)),
            NotRefused(name, warm),
            new($"{name}: refused of workers that make their first calls", Figures.Number(cold.Refused)),
        ];
    }

    private static IEnumerable<Measure> Judge(string name, PacingRun run, int allowed)
    {
        var use = (double)run.Answered / allowed;
        var text = $"{Figures.Number(run.Answered)} of {Figures.Number(allowed)} ({Percent(use)})";
        yield return Measure.Of($"{name}: used of the quota", text, ">= 95 %", use >= LeastUse);
        yield return NotRefused(name, run);
        yield return new Measure(
            $"{name}: round trips a call, waits for the quota included",
            Figures.Number((double)run.Scripts / run.Answered, "0.00")
        );
    }

    private static Measure NotRefused(string name, PacingRun run) =>
        Measure.Of($"{name}: refused", Figures.Number(run.Refused), "0", run.Refused == 0);

    private static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.0} %");

    private static async Task<PacingRun> AtSandboxAsync(int processes, int seconds)
    {
        await using var sandbox = await PinterestSandbox.StartAsync(
            new SandboxOptions { AccessTier = SandboxAccessTier.Standard, Content = new SandboxContent() }
        );
        var warm = sandbox.IssueAccessToken(username: "warm");
        return await RunAsync(processes, seconds, sandbox.BaseAddress, [sandbox.AccessToken, warm]);
    }

    private static async Task<PacingRun> AtAllowanceAsync(int processes, int seconds)
    {
        var allowance = new Allowance(
            isSliding: true,
            (PerSecond, TimeSpan.FromSeconds(1)),
            (PerMinute, TimeSpan.FromMinutes(1))
        );
        await using var server = await LimitedServer.StartAsync(allowance, limits: null);
        var run = await RunAsync(processes, seconds, server.Address, [CountedToken, LimitedServer.UncountedToken]);
        return run with { Answered = allowance.Taken, Refused = allowance.Refused };
    }

    private static async Task<PacingRun> OfSecondAsync(int processes, bool isWarm)
    {
        var allowance = new Allowance(isSliding: true, (PerSecond, TimeSpan.FromSeconds(1)));
        await using var server = await LimitedServer.StartAsync(allowance, LimitedServer.Limits(PerSecond));
        string[] tokens = isWarm ? [CountedToken, LimitedServer.UncountedToken] : [CountedToken];
        var run = await RunAsync(processes, SecondsAlone, server.Address, tokens);
        return run with { Answered = allowance.Taken, Refused = allowance.Refused };
    }

    private static async Task<PacingRun> RunAsync(int processes, int seconds, Uri address, string[] tokens)
    {
        await using var server = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var said = new PacingSaid(processes);
        string[] arguments =
        [
            RedisBenchmark.WorkerCommand,
            "pacing",
            server.Address,
            address.AbsoluteUri.TrimEnd('/'),
            .. tokens,
        ];
        var workers = new List<WorkerProcess>();
        try
        {
            workers.AddRange(
                Enumerable
                    .Range(0, processes)
                    .Select(number => WorkerProcess.Start($"w{number}", arguments, said.OnLine))
            );
            await ReadyAsync(said, workers);
            var before = await RedisServer.ScriptsAsync(connection);
            await Task.WhenAll(workers.Select(worker => worker.GoAsync()));
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            await Task.WhenAll(workers.Select(worker => worker.EndAsync()));
            return said.Run with { Scripts = await RedisServer.ScriptsAsync(connection) - before };
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }

    private static async Task ReadyAsync(PacingSaid said, IReadOnlyList<WorkerProcess> workers)
    {
        try
        {
            await said.AllReady.WaitAsync(LongestStart);
        }
        catch (TimeoutException)
        {
            // Says why, when one has failed.
            await Task.WhenAll(workers.Select(worker => worker.EndAsync()));
            throw;
        }
    }
}
