using System.Diagnostics;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>250 Pins from a stream, in turns, so that all see the same machine.</summary>
internal static class ReadBenchmark
{
    private const int WarmUps = 200;

    public static int Run(int rounds = 400)
    {
        RawClient.Build();
        KiotaClient.Build();
        var readers = PageReaders.All;
        var times = readers.Select(_ => new List<double>()).ToArray();
        var allocations = new long[readers.Count];
        for (var round = 0; round < WarmUps + rounds; round++)
        {
            for (var i = 0; i < readers.Count; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                if (readers[i].Read() != PinPageText.Pins)
                {
                    throw new InvalidOperationException($"{readers[i].Title} lost Pins.");
                }

                var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                allocations[i] = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round >= WarmUps)
                {
                    times[i].Add(elapsed);
                }
            }
        }

        Console.WriteLine(
            $"{PinPageText.Pins} Pins, {PinPageText.Bytes.Length / 1000.0:0} kB, median of {rounds} rounds in turns\n"
        );
        Console.WriteLine("| | time | ratio | allocated | ratio |\n|---|---|---|---|---|");
        for (var i = 0; i < readers.Count; i++)
        {
            var (time, peer) = (Median(times[i]), Median(times[1]));
            Console.WriteLine(
                $"| {readers[i].Title} | {time:0.00} ms | {time / peer:0.00} | "
                    + $"{allocations[i] / 1024} KiB | {(double)allocations[i] / allocations[1]:0.00} |"
            );
            if (i == 0)
            {
                continue;
            }

            Comparisons.Add(new Comparison("a page of 250 Pins read", Median(times[0]), readers[i].Title, time, "ms"));
            Comparisons.Add(
                new Comparison(
                    "memory allocated for it",
                    allocations[0] / 1024.0,
                    readers[i].Title,
                    allocations[i] / 1024.0,
                    "KiB"
                )
            );
        }

        return 0;
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
