using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>What a call costs beyond a bare HttpClient: a loopback server, one call after the other, in turns, the body drained as bytes in both.</summary>
internal static class CallBenchmark
{
    private const int Batch = 50;
    private const int WarmUps = 60;
    private const int Rounds = 200;

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        var body = new byte[1024];
        server.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await server.StartAsync();
        var address = new Uri(new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/v5");

        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new PinterestClient(http, new PinterestClientOptions { BaseAddress = address, AccessToken = "pina_a", AccessTier = AccessTier.Unlimited });
        var target = new Uri(address.AbsoluteUri + "/boards/7");
        (string Title, Func<Task> Call)[] ways =
        [
            ("bare HttpClient", () => BareAsync(http, target)),
            ("client", () => client.Boards.DeleteAsync("7")),
        ];

        var times = ways.Select(_ => new List<double>()).ToArray();
        var bytes = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var (start, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
                for (var call = 0; call < Batch; call++) await ways[i].Call();
                if (round < WarmUps) continue;
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / Batch);
                bytes[i].Add((double)(GC.GetTotalAllocatedBytes() - before) / Batch);
            }
        }

        Console.WriteLine($"One call, median of {Rounds} rounds of {Batch} in turns\n\n| | time | allocated in the process |\n|---|---|---|");
        for (var i = 0; i < ways.Length; i++) Console.WriteLine($"| {ways[i].Title} | {ReadBenchmark.Median(times[i]):0.0} µs | {ReadBenchmark.Median(bytes[i]) / 1024:0.00} KiB |");
        Console.WriteLine($"| difference | {ReadBenchmark.Median(times[1]) - ReadBenchmark.Median(times[0]):0.0} µs | {(ReadBenchmark.Median(bytes[1]) - ReadBenchmark.Median(bytes[0])) / 1024:0.00} KiB |");
        await server.StopAsync();
        return 0;
    }

    private static async Task BareAsync(HttpClient http, Uri target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, target);
        request.Headers.Authorization = new("Bearer", "pina_a");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        await stream.CopyToAsync(Stream.Null);
    }
}
