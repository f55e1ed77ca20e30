using System.Diagnostics;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>How long the build and the tool take, with what the machine needs for an empty project beside it.</summary>
internal static class BuildBenchmark
{
    private const int Rounds = 5;

    public static int Run()
    {
        var root = Checkout.Root;
        var empty = Directory.CreateTempSubdirectory("pinterest-openapi-empty-");
        File.WriteAllText(
            Path.Combine(empty.FullName, "empty.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"""
        );
        try
        {
            Measure(root, empty.FullName);
            return 0;
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    private static void Measure(string root, string empty)
    {
        Checkout.Dotnet(empty, "build");
        Checkout.Dotnet(root, "build", "build/Tool");
        Checkout.Dotnet(root, "build", "src");
        Console.WriteLine($"Median of {Rounds} runs in turns\n\n| | time |\n|---|---|");
        var generator = Path.Combine(
            root,
            "build",
            "Generate",
            "bin",
            "Debug",
            "net10.0",
            "Pinterest.OpenApi.Generate.dll"
        );
        var tool = Path.Combine(root, "build", "Tool", "bin", "Debug", "net10.0", "pinterest-openapi.dll");
        var output = empty + "-generated";
        Print(
            "normalise and generate (whole process)",
            () => Checkout.Dotnet(root, generator, "--repository", root, "--output", output),
            before: () => Delete(output)
        );
        Print(
            "pin the pinned contract (whole process)",
            () => Checkout.Dotnet(root, tool, "pin", "openapi/pinterest-v5.json", "--release-only")
        );
        Print(
            "clean build of src",
            () => Checkout.Dotnet(root, "build", "src", "--no-incremental", "--no-restore"),
            before: () => Delete(Path.Combine(root, "src", "obj", "Debug", "net10.0")),
            rounds: 3
        );
        Delete(output);
        Checkout.Dotnet(root, "build", "src");

        var (noOp, idle) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            noOp.Add(Time(() => Checkout.Dotnet(root, "build", "src")));
            idle.Add(Time(() => Checkout.Dotnet(empty, "build")));
        }

        var (ours, theirs) = (ReadBenchmark.Median(noOp), ReadBenchmark.Median(idle));
        Console.WriteLine(
            $"| no-op build of src | {ours:0.00} s |\n| no-op build of an empty project | "
                + $"{theirs:0.00} s |\n| difference | {ours - theirs:0.00} s |"
        );
    }

    private static void Print(string what, Action action, Action? before = null, int rounds = Rounds)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            before?.Invoke();
            times.Add(Time(action));
        }

        Console.WriteLine($"| {what} | {ReadBenchmark.Median(times):0.00} s |");
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
