using System.Diagnostics;
using ModelContextProtocol.Client;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>pinterest-mcp as it was built, in processes of its own, with a configuration folder of its own.</summary>
internal sealed class BuiltServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-built-");

    /// <summary>Gets the program, and its first argument.</summary>
    public static string[] Program { get; } = ["dotnet", Beside("pinterest-mcp.dll")];

    /// <summary>Gets the environment: no folder and no token of the user who runs the tests.</summary>
    public Dictionary<string, string?> Environment =>
        new()
        {
            ["HOME"] = _folder.FullName,
            ["XDG_CONFIG_HOME"] = Path.Combine(_folder.FullName, "config"),
            ["PINTEREST_ACCESS_TOKEN"] = "none",
            ["PINTEREST_APP_ID"] = null,
            ["PINTEREST_APP_SECRET"] = null,
        };

    /// <summary>Gets the options that name the usual files, where a server with a sandbox would have its own.</summary>
    public string[] UsualFiles
    {
        get
        {
            var configuration = OperatingSystem.IsMacOS()
                ? Path.Combine(_folder.FullName, "Library", "Application Support")
                : Path.Combine(_folder.FullName, "config");
            var folder = Path.Combine(configuration, "pinterest-openapi");
            return ["--grants", Path.Combine(folder, "grants.json"), "--store", Path.Combine(folder, "agents.db")];
        }
    }

    /// <summary>Gives how a client starts it.</summary>
    public StdioClientTransportOptions Options(params IEnumerable<string> arguments) =>
        new()
        {
            Command = Program[0],
            Arguments = [Program[1], .. arguments],
            EnvironmentVariables = Environment,
        };

    /// <summary>Starts it.</summary>
    public Process Start(params IEnumerable<string> arguments) => Start(Environment, arguments);

    /// <summary>Starts it with the program pinterest-openapi as it was built in its PATH.</summary>
    public Process StartWithSandbox(params IEnumerable<string> arguments)
    {
        var script = Path.Combine(_folder.FullName, "pinterest-openapi");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{Beside("pinterest-openapi.dll")}' \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var environment = Environment;
        environment["PATH"] = $"{_folder.FullName}:{System.Environment.GetEnvironmentVariable("PATH")}";
        return Start(environment, arguments);
    }

    private static Process Start(Dictionary<string, string?> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program[0], [Program[1], .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a command that ends by itself, and gives what it printed.</summary>
    public async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
