using System.ComponentModel;
using System.Diagnostics;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Compiles a folder with the .NET SDK.</summary>
internal static class CandidateCompiler
{
    private const int MostErrors = 10;

    /// <summary>Compiles, and gives the first errors; none when it compiles.</summary>
    /// <exception cref="SpecEnvironmentException">The .NET SDK could not be run.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        using var process = Start(folder);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            output += await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0 ? [] : Errors(output, folder, process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static List<string> Errors(string output, string folder, int exitCode)
    {
        // A line of MSBuild ends with the project in brackets, and the project is always the same.
        var found = output
            .Split('\n')
            .Where(line => line.Contains("error", StringComparison.Ordinal))
            .Select(line => line.Replace(folder, "src", StringComparison.Ordinal).Split(" [")[0].Trim())
            .Distinct()
            .Take(MostErrors)
            .ToList();
        return found.Count > 0 ? found : [$"dotnet build ended with {exitCode}."];
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", folder, "-v", "q", "-nologo", "-clp:NoSummary"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        try
        {
            return ChildProcess.Start(start);
        }
        catch (Win32Exception error)
        {
            throw new SpecEnvironmentException("The .NET SDK could not be run: 'dotnet' is not on the PATH.", error);
        }
    }
}
