using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// What a call costs beyond a bare HttpClient: a loopback server, one call after the other, the body drained as
/// bytes in both, nobody listening to telemetry.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
[HideColumns("Error", "StdDev", "RatioSD")]
public class CallBenchmark
{
    private readonly byte[] _body = new byte[1024];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
    private LocalServer _server = null!;
    private PinterestClient _client = null!;
    private Uri _target = null!;

    // In this process, since the server is in it too.
    public static int Run(bool isShort = false)
    {
        var job = (isShort ? Job.ShortRun : Job.MediumRun).WithToolchain(InProcessEmitToolchain.Instance);
        var folder = Path.Combine(Path.GetTempPath(), "pinterest-openapi-benchmarks");
        var summary = BenchmarkRunner.Run<CallBenchmark>(DefaultConfig.Instance.AddJob(job).WithArtifactsPath(folder));
        if (summary.Reports.Length == 2 && summary.Reports.All(report => report.ResultStatistics is not null))
        {
            var (bare, client) = (
                summary.Reports.First(report => summary.IsBaseline(report.BenchmarkCase)),
                summary.Reports.First(report => !summary.IsBaseline(report.BenchmarkCase))
            );
            Comparisons.Add(
                new Comparison(
                    "a call",
                    client.ResultStatistics!.Mean / 1000,
                    "bare HttpClient",
                    bare.ResultStatistics!.Mean / 1000,
                    "us"
                )
            );
        }

        return summary.HasCriticalValidationErrors ? 1 : 0;
    }

    [GlobalSetup]
    public async Task StartAsync()
    {
        _server = await LocalServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = _body.Length;
            await context.Response.Body.WriteAsync(_body);
        });
        var options = new PinterestClientOptions
        {
            BaseAddress = _server.Address,
            AccessToken = "pina_a",
            AccessTier = AccessTier.Unlimited,
        };
        _client = new PinterestClient(_http, options);
        _target = new Uri(_server.Address.AbsoluteUri + "/boards/7");
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    [Benchmark(Baseline = true, Description = "bare HttpClient")]
    public async Task BareAsync()
    {
        using var message = new HttpRequestMessage(HttpMethod.Delete, _target);
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer pina_a");
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        while (await body.ReadAsync(buffer) > 0) { }

        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
    }

    [Benchmark(Description = "client")]
    public Task ClientAsync() => _client.Boards.DeleteAsync("7");
}
