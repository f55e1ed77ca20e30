using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// Bodies that are made to cost much, each in a process of its own: how far its memory grows beside the limit, and
/// how long it takes. The server is in the same process, and sends from little memory.
/// </summary>
internal static class BodiesBenchmark
{
    private const int Limit = 64 * 1024 * 1024;
    private const int Piece = 1024 * 1024;
    private const double Megabyte = 1024 * 1024;

    private static readonly (string Name, string Start, string Part, int Megabytes, bool IsCompressed)[] Bodies =
    [
        ("1 MB of gzip that becomes 1.1 GB", "", " ", 1100, true),
        ("60 MB of numbers", """{"a":[""", "1,", 60, false),
        ("60 MB of names", """{"a":{""", "\"b\":1,", 60, false),
        ("60 MB of empty lists", """{"a":[""", "[],", 60, false),
        ("60 MB of one text", """{"a":" """, "text", 60, false),
        ("60 MB of spaces", "{", " ", 60, false),
        ("60 MB of Boards", """{"items":[""", """{"id":"549755885175","name":"Kitchens"},""", 60, false),
    ];

    /// <summary>Runs all of them.</summary>
    /// <returns>1 when the memory of one grew by more than three times the limit.</returns>
    public static int Run()
    {
        Console.WriteLine("| a body, limit 64 MiB | growth of the process | of the limit | time | ends as |");
        Console.WriteLine("|---|---|---|---|---|");
        var isOver = false;
        for (var i = 0; i < Bodies.Length; i++)
        {
            var line = Start(i).Split(';');
            var growth = long.Parse(line[0], CultureInfo.InvariantCulture);
            isOver |= growth > 3L * Limit;
            Console.WriteLine(
                $"| {Bodies[i].Name} | {growth / Megabyte:0} MiB | {(double)growth / Limit:0.0} | {line[1]} ms | {line[2]} |"
            );
        }

        return isOver ? 1 : 0;
    }

    /// <summary>Runs one of them, and prints growth, time and outcome.</summary>
    public static async Task<int> RunOneAsync(int number)
    {
        var (_, start, part, megabytes, isCompressed) = Bodies[number];
        var piece = Pieces(part, isCompressed);
        await using var server = await LocalServer.StartAsync(async context =>
        {
            if (isCompressed)
            {
                context.Response.Headers.ContentEncoding = "gzip";
            }

            await context.Response.WriteAsync(start);
            for (var i = 0; i < megabytes && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        });
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = server.Address,
                AccessToken = "pina_test",
                MaxResponseBytes = Limit,
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            }
        );

        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var begin = Stopwatch.GetTimestamp();
        var outcome = "success";
        try
        {
            await client.Boards.ListAsync();
        }
        catch (PinterestException error)
        {
            outcome = error.GetType().Name;
        }

        var time = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        process.Refresh();
        Console.WriteLine($"{process.PeakWorkingSet64 - before};{time:0};{outcome}");
        return 0;
    }

    private static byte[] Pieces(string part, bool isCompressed)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, Piece / part.Length)));
        if (!isCompressed)
        {
            return text;
        }

        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return result.ToArray();
    }

    private static string Start(int number)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(BodiesBenchmark).Assembly.Location);
        }

        start.ArgumentList.Add("bodies");
        start.ArgumentList.Add(number.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.Trim();
    }
}
