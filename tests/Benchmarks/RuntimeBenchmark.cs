using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// What the runtime promises, measured on a loopback server: paging, renewal, upload and, as it takes minutes,
/// pacing on request.
/// </summary>
internal static class RuntimeBenchmark
{
    private const double Megabyte = 1024 * 1024;

    public static async Task<int> RunAsync(bool withPacing)
    {
        Console.WriteLine("| what | measured |\n|---|---|");
        await PageWithReadAheadAsync();
        await PageManyAsync();
        await RenewAsync();
        await UploadAsync();
        if (withPacing)
        {
            await Task.WhenAll(PaceAsync(isSliding: false), PaceAsync(isSliding: true));
        }

        return 0;
    }

    private static async Task PageWithReadAheadAsync()
    {
        const int pages = 100;
        await using var server = await PagesAsync(pages, pageSize: 1, delay: TimeSpan.FromMilliseconds(20));
        var client = Client(server);
        var (plain, ahead) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            plain.Add(await ConsumeAsync(client.Boards.EnumerateAsync()));
            ahead.Add(await ConsumeAsync(client.Boards.EnumerateAsync().WithReadAhead()));
        }

        Print(
            "throughput with read-ahead against without (20 ms server, 20 ms consumer)",
            $"{ReadBenchmark.Median(plain) / ReadBenchmark.Median(ahead):0.00} x"
        );

        static async Task<double> ConsumeAsync(IAsyncEnumerable<Board> boards)
        {
            var start = Stopwatch.GetTimestamp();
            await foreach (var board in boards)
            {
                await Task.Delay(20);
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }

    private static async Task PageManyAsync()
    {
        const int pages = 400;
        await using var server = await PagesAsync(pages, pageSize: 250, TimeSpan.Zero);
        var client = Client(server);
        var (count, atFirst, atLast) = (0, 0L, 0L);
        await foreach (var board in client.Boards.EnumerateAsync(pageSize: 250))
        {
            count++;
            if (count == 10_000)
            {
                atFirst = GC.GetTotalMemory(forceFullCollection: true);
            }

            if (count == pages * 250)
            {
                atLast = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Print($"memory held after {count:N0} items against after 10,000", $"{(atLast - atFirst) / 1024.0:+0;-0;0} KiB");
    }

    private static async Task RenewAsync()
    {
        const int calls = 1000;
        var refreshes = 0;
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            var isRefresh = context.Request.Path.Value!.EndsWith("/oauth/token", StringComparison.Ordinal);
            if (isRefresh)
            {
                Interlocked.Increment(ref refreshes);
            }

            await context.Response.WriteAsync(
                isRefresh
                    ? """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}"""
                    : """{"id":"7"}"""
            );
        });
        using var http = new HttpClient();
        var credential = new UserTokenCredential(
            new PinterestOAuth(
                http,
                new PinterestApp("1", "s"),
                new PinterestOAuthOptions { BaseAddress = server.Address }
            ),
            new MemoryTokenStore(),
            "me"
        );
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr_0" }
        );
        var client = Client(server).ForUser(credential);

        var boards = await Task.WhenAll(
            Enumerable.Range(0, calls).Select(_ => Task.Run(() => client.Boards.GetAsync("7")))
        );

        Print(
            $"{calls:N0} parallel calls with an expired token",
            $"{boards.Count(board => board.Id == "7"):N0} successes, {refreshes} refresh"
        );
    }

    private static async Task UploadAsync()
    {
        const long size = 1L << 30;
        var received = 0L;
        await using var server = await LocalServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/upload")
            {
                var buffer = new byte[64 * 1024];
                for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0; )
                {
                    received += read;
                }

                context.Response.StatusCode = 204;
                return;
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                context.Request.Method == "POST"
                    ? $$"""{"media_id":"1","upload_url":"http://{{context.Request.Host}}/upload","upload_parameters":{"key":"k"} }"""
                    : """{"status":"succeeded"}"""
            );
        });
        var client = Client(server);

        // Once small, so that what is loaded and compiled once does not count.
        await client.UploadVideoAsync(new ZeroStream(Megabyte));
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Environment.WorkingSet;
        var peak = before;
        var start = Stopwatch.GetTimestamp();
        await client.UploadVideoAsync(
            new ZeroStream(size),
            progress: new Sampler(() => peak = Math.Max(peak, Environment.WorkingSet))
        );

        if (received < size)
        {
            throw new InvalidOperationException($"Only {received} bytes arrived.");
        }

        Print(
            "growth of the process (client and server) in an upload of 1 GiB",
            $"{(peak - before) / Megabyte:0.0} MiB, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"
        );
    }

    // 100 a second for a user and 1,000 a minute for the category, over nearly two minutes.
    private static async Task PaceAsync(bool isSliding)
    {
        var allowance = new Allowance(isSliding, (100, TimeSpan.FromSeconds(1)), (1000, TimeSpan.FromMinutes(1)));
        await using var server = await LocalServer.StartAsync(async context =>
        {
            if (!allowance.TryTake())
            {
                context.Response.StatusCode = 429;
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":"7"}""");
        });
        var client = Client(server)
            .With(options =>
                options with
                {
                    AccessTier = AccessTier.Standard,
                    MaxRateLimitWait = TimeSpan.FromMinutes(2),
                }
            );
        var duration = TimeSpan.FromSeconds(119);
        using var end = new CancellationTokenSource(duration);
        try
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, 32)
                    .Select(_ =>
                        Task.Run(async () =>
                        {
                            while (true)
                            {
                                await client.Boards.GetAsync("7", cancellationToken: end.Token);
                            }
                        })
                    )
            );
        }
        catch (OperationCanceledException) { }

        // Two windows of a minute begin within this time, so a client that knows their origin gets this many through.
        const int allowed = 2000;
        Print(
            $"pacing against {(isSliding ? "sliding" : "fixed")} windows, {duration.TotalSeconds:0} s",
            $"{allowance.Taken:N0} of {allowed:N0} calls ({100.0 * allowance.Taken / allowed:0.0} %), {allowance.Refused} refused"
        );
    }

    private static Task<LocalServer> PagesAsync(int pages, int pageSize, TimeSpan delay) =>
        LocalServer.StartAsync(async context =>
        {
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay);
            }

            var page = int.TryParse(context.Request.Query["bookmark"], CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
            var items = string.Join(
                ',',
                Enumerable
                    .Range(page * pageSize, pageSize)
                    .Select(id => $$"""{"id":"{{id}}","name":"Board {{id}}","privacy":"PUBLIC","pin_count":3}""")
            );
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                $$"""{"items":[{{items}}],"bookmark":{{(page + 1 < pages ? $"\"{page + 1}\"" : "null")}} }"""
            );
        });

    private static PinterestClient Client(LocalServer server) =>
        new(
            new PinterestClientOptions
            {
                BaseAddress = server.Address,
                AccessToken = "pina_a",
                AccessTier = AccessTier.Unlimited,
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            }
        );

    private static void Print(string what, string measured) => Console.WriteLine($"| {what} | {measured} |");

    private sealed class Sampler(Action sample) : IProgress<UploadProgress>
    {
        private long _last;

        public void Report(UploadProgress value)
        {
            if (value.BytesSent - _last < 8 * Megabyte)
            {
                return;
            }

            _last = value.BytesSent;
            sample();
        }
    }

    /// <summary>As many zeros as asked for.</summary>
    private sealed class ZeroStream(double length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length { get; } = (long)length;

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, Length - Position);
            buffer[..count].Clear();
            Position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin is SeekOrigin.Begin ? offset : throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
