using System.Diagnostics;
using System.Reflection;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>The checkout that the benchmarks were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } =
        typeof(Checkout)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    /// <summary>Runs dotnet and waits for it.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Dotnet(string folder, params string[] arguments)
    {
        var (succeeded, text) = TryDotnet(folder, arguments);
        if (!succeeded)
        {
            throw new InvalidOperationException(
                $"dotnet {string.Join(' ', arguments)} failed: {text[..Math.Min(600, text.Length)]}"
            );
        }
    }

    /// <summary>Runs dotnet, waits for it and gives what it wrote.</summary>
    public static (bool Succeeded, string Text) TryDotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode == 0, text);
    }
}
