using System.Diagnostics;
using System.Reflection;

namespace Pinterest.OpenApi.Readers;

/// <summary>Runs one of the readers that npm has brought.</summary>
internal static class Reader
{
    public static string Root { get; } =
        typeof(Reader)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "RepositoryRoot")
            .Value!;

    /// <summary>Runs a script of a package.</summary>
    public static (int Code, string Output) RunScript(string script, params string[] arguments) =>
        Run("node", [Package(script), .. arguments]);

    /// <summary>Gives a file of a package.</summary>
    public static string Package(string file) => Path.Combine(Root, "tests", "Readers", "node_modules", file);

    /// <summary>Runs a program in the root of the repository.</summary>
    public static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
