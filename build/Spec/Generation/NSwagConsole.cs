using System.ComponentModel;
using System.Diagnostics;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>Runs NSwag's console, which lies beside this assembly, as a child process.</summary>
internal static class NSwagConsole
{
    private const int LongestProblem = 1_000;

    public static async Task RunAsync(
        string configuration,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancellationToken
    )
    {
        var console = Path.Combine(AppContext.BaseDirectory, "nswag", "dotnet-nswag.dll");
        if (!File.Exists(console))
        {
            throw new SpecEnvironmentException($"NSwag's console is missing: {console}. Build the solution again.");
        }

        using var process = Start(Command(console, configuration, variables));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            var text = await output.ConfigureAwait(false) + await errors.ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new SpecEnvironmentException(
                    $"NSwag stopped with exit code {process.ExitCode}: {FirstProblem(text)}"
                );
            }
        }
        catch (OperationCanceledException)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            throw;
        }
    }

    private static ProcessStartInfo Command(
        string console,
        string configuration,
        IReadOnlyDictionary<string, string> variables
    )
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(configuration)!,
        };
        start.ArgumentList.Add(console);
        start.ArgumentList.Add("run");
        start.ArgumentList.Add(configuration);
        start.ArgumentList.Add(
            "/variables:" + string.Join(',', variables.Select(variable => $"{variable.Key}={variable.Value}"))
        );

        // Compiling hot methods twice costs more than a run this short gains from it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return ChildProcess.Start(start);
        }
        catch (Win32Exception error)
        {
            throw new SpecEnvironmentException(
                $"'dotnet' could not be started ({error.Message}). Install the .NET 10 SDK and put it on the PATH.",
                error
            );
        }
    }

    // A stack trace of NSwag's has a megabyte and helps nobody.
    private static string FirstProblem(string text)
    {
        var problem = Problem(text);
        return problem.Length > LongestProblem ? problem[..LongestProblem] + "…" : problem;
    }

    private static string Problem(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line =>
                line.Contains("Exception", StringComparison.Ordinal) || line.Contains("rror", StringComparison.Ordinal)
            )
        ?? text.Trim();
}
