using System.Diagnostics;
using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>The first page that a fresh process reads: type loading, JIT and all.</summary>
internal static class FirstCallBenchmark
{
    public static int RunOne(string name)
    {
        var read = PageReaders.All.First(reader => reader.Name == name).Read;
        _ = PinPageText.Bytes.Length;
        var start = Stopwatch.GetTimestamp();
        read();
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    public static int Run(int processes = 9)
    {
        RawClient.Build();
        KiotaClient.Build();
        var times = PageReaders.All.ToDictionary(reader => reader.Name, _ => new List<double>());
        for (var i = 0; i < processes; i++)
        {
            foreach (var reader in PageReaders.All)
            {
                times[reader.Name].Add(Start(reader.Name));
            }
        }

        Console.WriteLine($"First read of a fresh process, median of {processes} processes in turns\n");
        Console.WriteLine("| | time | ratio |\n|---|---|---|");
        var peer = ReadBenchmark.Median(times["newtonsoft"]);
        foreach (var reader in PageReaders.All)
        {
            var time = ReadBenchmark.Median(times[reader.Name]);
            Console.WriteLine($"| {reader.Title} | {time:0} ms | {time / peer:0.00} |");
            if (reader != PageReaders.All[0])
            {
                Comparisons.Add(
                    new Comparison(
                        "first read of a process",
                        ReadBenchmark.Median(times[PageReaders.All[0].Name]),
                        reader.Title,
                        time,
                        "ms"
                    )
                );
            }
        }

        return 0;
    }

    private static double Start(string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FirstCallBenchmark).Assembly.Location);
        }

        start.ArgumentList.Add("first");
        start.ArgumentList.Add(name);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(text, CultureInfo.InvariantCulture);
    }
}
