using System.Diagnostics;

namespace Pinterest.OpenApi.Packages;

/// <summary>Runs programs as a person would.</summary>
internal static class Shell
{
    public static (int Code, string Output) Run(string folder, string program, params string[] arguments) =>
        RunWith(new Dictionary<string, string>(), folder, program, arguments);

    /// <summary>The same on a machine that differs in these variables.</summary>
    public static (int Code, string Output) RunWith(
        IReadOnlyDictionary<string, string> variables,
        string folder,
        string program,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test host's own settings are not those of a person's terminal.
        foreach (
            var name in start
                .Environment.Keys.Where(name =>
                    name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                    || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
                )
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    public static string MustRun(string folder, string program, params string[] arguments)
    {
        var (code, output) = Run(folder, program, arguments);
        return code == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {code}:\n{output}"
            );
    }
}
