using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// The sandbox beside Prism (npm package @stoplight/prism-cli) under wrk, how it starts, how it grows, and a soak.
/// </summary>
internal static partial class SandboxBenchmark
{
    private const string Peer = "@stoplight/prism-cli@5.14.2";
    private const int Rounds = 3;
    private const int Pages = 2000;
    private const string Lua = """
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        wrk.body = '{"title":"A Pin","link":"https://example.com","media_source":' ..
          '{"source_type":"image_url","url":"https://example.com/a.jpg"}}'
        """;

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)[\s\S]*?Requests/sec:\s+([\d.]+)")]
    private static partial Regex WrkReport();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)")]
    private static partial Regex WrkErrors();

    public static async Task<int> RunAsync(int soakSeconds)
    {
        Shell("dotnet", Checkout.Root, "build", "-c", "Release", "build/Tool");
        await StartsAsync();
        await BesidePeerAsync();
        await GrowthAsync();
        await SoakAsync(soakSeconds);
        return 0;
    }

    /// <summary>Prints the milliseconds from the start to the first answer, in this process.</summary>
    public static async Task<int> StartOnceAsync()
    {
        var begin = Stopwatch.GetTimestamp();
        await using var sandbox = await PinterestSandbox.StartAsync();
        using var http = Client(sandbox.AccessToken);
        (await http.GetAsync(sandbox.BaseAddress + "/boards")).EnsureSuccessStatusCode();
        Console.WriteLine(Stopwatch.GetElapsedTime(begin).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task StartsAsync()
    {
        var inProcess = Enumerable
            .Range(0, 7)
            .Select(_ =>
                double.Parse(
                    Shell("dotnet", Checkout.Root, typeof(SandboxBenchmark).Assembly.Location, "sandbox-start"),
                    CultureInfo.InvariantCulture
                )
            )
            .ToList();
        var (tool, memory) = (new List<double>(), new List<double>());
        for (var i = 0; i < 7; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            using var served = await ServedTool.StartAsync("--empty");
            (await served.Http.GetAsync(served.Address + "/boards")).EnsureSuccessStatusCode();
            tool.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            memory.Add(served.Megabytes);
        }

        Console.WriteLine(
            $"| start to first answer, fresh process, median of 7 | |\n|---|---|\n| in process | "
                + $"{ReadBenchmark.Median(inProcess):0} ms |\n| as the tool | "
                + $"{ReadBenchmark.Median(tool):0} ms, {ReadBenchmark.Median(memory):0} MiB |\n"
        );
    }

    private static async Task BesidePeerAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-sandbox-");
        Process? prism = null;
        try
        {
            var lua = Path.Combine(folder.FullName, "post.lua");
            await File.WriteAllTextAsync(lua, Lua);
            prism = await StartPrismAsync(folder.FullName);
            using var served = await ServedTool.StartAsync("--empty", "--admin");
            await served.SeedAsync(new { boards = 25, pins_per_board = 4 });
            Console.WriteLine(
                $"wrk, 16 connections, best of {Rounds} rounds of 5 s in turns\n\n| | sandbox | p99 | "
                    + $"Prism | p99 | ratio |\n|---|---|---|---|---|---|"
            );
            foreach (
                var (name, path, script) in new[]
                {
                    ("GET /boards, 25 items", "/boards", ""),
                    ("POST /pins", "/pins", lua),
                }
            )
            {
                var (ours, theirs) = (new List<Load>(), new List<Load>());
                for (var round = 0; round < Rounds; round++)
                {
                    ours.Add(Wrk(served.Address + path, served.Token, script));
                    if (prism is not null)
                    {
                        theirs.Add(Wrk("http://127.0.0.1:4010" + path, "prism", script));
                    }
                }

                var (best, peer) = (ours.MaxBy(load => load.Rate)!, theirs.MaxBy(load => load.Rate));
                Console.WriteLine(
                    peer is null
                        ? $"| {name} | {best.Rate:0}/s | {best.P99:0.0} ms | not installed | | |"
                        : $"| {name} | {best.Rate:0}/s | {best.P99:0.0} ms | {peer.Rate:0}/s | "
                            + $"{peer.P99:0.0} ms | {best.Rate / peer.Rate:0.0} |"
                );
                if (peer is not null)
                {
                    Comparisons.Add(
                        new Comparison($"sandbox {name}", best.Rate, "Prism", peer.Rate, "/s", MoreIsBetter: true)
                    );
                }

                foreach (var errors in ours.Select(load => load.Errors).Where(text => text.Length > 0).Distinct())
                {
                    Console.WriteLine($"sandbox errors: {errors}");
                }

                foreach (var errors in theirs.Select(load => load.Errors).Where(text => text.Length > 0).Distinct())
                {
                    Console.WriteLine($"Prism errors: {errors}");
                }
            }

            Console.WriteLine();
        }
        finally
        {
            prism?.Kill(entireProcessTree: true);
            prism?.WaitForExit();
            folder.Delete(recursive: true);
        }
    }

    private static async Task GrowthAsync()
    {
        Console.WriteLine("| Pins in state | a page of 25, mean | memory |\n|---|---|---|");
        foreach (var pins in new[] { 1_000, 100_000 })
        {
            using var served = await ServedTool.StartAsync("--empty", "--admin");
            // One seed may make 100,000 things, boards and Pins together, so the largest state takes two.
            await served.SeedAsync(new { boards = 5, pins_per_board = pins / 10 });
            await served.SeedAsync(new { boards = 5, pins_per_board = pins / 10 });
            for (var round = 0; round < 2; round++)
            {
                var (begin, bookmark) = (Stopwatch.GetTimestamp(), (string?)null);
                for (var page = 0; page < Pages; page++)
                {
                    var reply = JObject.Parse(
                        await served.Http.GetStringAsync(
                            $"{served.Address}/pins{(bookmark is null ? "" : "?bookmark=" + bookmark)}"
                        )
                    );
                    bookmark = (string?)reply["bookmark"];
                }

                if (round > 0)
                {
                    Console.WriteLine(
                        $"| {pins:N0} | {Stopwatch.GetElapsedTime(begin).TotalMilliseconds / Pages:0.000} ms | {served.Megabytes:0} MiB |"
                    );
                }
            }
        }

        Console.WriteLine();
    }

    private static async Task SoakAsync(int seconds)
    {
        using var served = await ServedTool.StartAsync("--empty");
        var board = (string)
            JObject.Parse(
                await (
                    await served.Http.PostAsync(served.Address + "/boards", Json("""{"name":"Soak"}"""))
                ).Content.ReadAsStringAsync()
            )["id"]!;
        var (calls, errors, memory) = (0L, 0L, new List<double>());
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var workers = Enumerable
            .Range(0, 16)
            .Select(_ =>
                Task.Run(async () =>
                {
                    while (!end.IsCancellationRequested)
                    {
                        var made = await CallAsync(
                            HttpMethod.Post,
                            "/pins",
                            $$"""{"board_id":"{{board}}","title":"A Pin"}"""
                        );
                        var id = (string?)JObject.Parse(made)["id"];
                        await CallAsync(HttpMethod.Patch, $"/pins/{id}", """{"title":"Another"}""");
                        await CallAsync(HttpMethod.Get, $"/boards/{board}/pins", null);
                        await CallAsync(HttpMethod.Get, "/ad_accounts", null);
                        await CallAsync(HttpMethod.Delete, $"/pins/{id}", null);
                    }
                })
            )
            .ToList();
        while (!end.IsCancellationRequested)
        {
            memory.Add(served.Megabytes);
            await Task.Delay(TimeSpan.FromSeconds(Math.Max(1, seconds / 12)));
        }

        await Task.WhenAll(workers);
        Console.WriteLine(
            $"Soak of {seconds} s, 16 workers creating, changing, listing and deleting Pins: "
                + $"{calls:N0} calls, {errors} errors; MiB over time: "
                + $"{string.Join(' ', memory.Select(size => size.ToString("0", CultureInfo.InvariantCulture)))}"
        );

        async Task<string> CallAsync(HttpMethod method, string path, string? body)
        {
            using var request = new HttpRequestMessage(method, served.Address + path)
            {
                Content = body is null ? null : Json(body),
            };
            using var reply = await served.Http.SendAsync(request);
            Interlocked.Increment(ref calls);
            if (!reply.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref errors);
            }

            return await reply.Content.ReadAsStringAsync();
        }
    }

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    internal static HttpClient Client(string token)
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static async Task<Process?> StartPrismAsync(string folder)
    {
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{ \"private\": true }");
            Shell("npm", folder, "install", "--no-audit", "--no-fund", Peer);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine($"{Peer} could not be installed: {error.Message}");
            return null;
        }

        var prism = Process.Start(
            new ProcessStartInfo(
                Path.Combine(folder, "node_modules", ".bin", "prism"),
                [
                    "mock",
                    Path.Combine(Checkout.Root, "openapi", "pinterest-v5.json"),
                    "-p",
                    "4010",
                    "--verboseLevel",
                    "silent",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        prism.BeginOutputReadLine();
        prism.BeginErrorReadLine();
        using var http = Client("prism");
        for (var i = 0; i < 100; i++)
        {
            try
            {
                using var reply = await http.GetAsync("http://127.0.0.1:4010/boards");
                return prism;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        throw new InvalidOperationException("Prism did not start.");
    }

    private sealed record Load(double Rate, double P99, string Errors);

    private static Load Wrk(string address, string token, string script)
    {
        string[] arguments =
        [
            "-t1",
            "-c16",
            "-d5s",
            "--latency",
            "-H",
            $"Authorization: Bearer {token}",
            .. script.Length > 0 ? new[] { "-s", script } : [],
            address,
        ];
        var report = Shell("wrk", Checkout.Root, arguments);
        var match = WrkReport().Match(report);
        var scale = match.Groups[2].Value switch
        {
            "us" => 0.001,
            "ms" => 1,
            _ => 1000,
        };
        return new Load(
            double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture),
            double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * scale,
            WrkErrors().Match(report).Value
        );
    }

    private static string Shell(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException(
                    $"{program} ended with {process.ExitCode}: {errors.Result}{output}"
                );
        }
        catch (System.ComponentModel.Win32Exception error) when (program == "wrk")
        {
            throw new InvalidOperationException("wrk is not installed; on Debian: apt-get install wrk.", error);
        }
    }
}
