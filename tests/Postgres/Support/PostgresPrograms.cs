using System.Diagnostics;

namespace Pinterest.OpenApi.PostgresTests.Support;

/// <summary>The programs of PostgreSQL, which refuse to run as root.</summary>
internal static class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";
    private const string User = "postgres";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Gets why there is no server, or null.</summary>
    public static string? Missing { get; } =
        (Folder(), IsRoot, Find("setpriv")) switch
        {
            (null, _, _) => "initdb and postgres are not installed (Debian: apt-get install postgresql).",
            (_, true, null) => "As root the tests need setpriv (util-linux), because a server refuses to run as root.",
            _ => null,
        };

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Runs a program to its end.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Longest);
        Assert.True(process.ExitCode == 0, $"{program}: {await output} {await errors}");
    }

    /// <summary>Starts a program, as another user where this one is root.</summary>
    public static Process Start(string program, params string[] arguments)
    {
        var path = Path.Combine(Folder()!, program);
        string[] command = IsRoot
            ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments]
            : [path, .. arguments];
        return Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            }
        )!;
    }

    /// <summary>Gives a folder to the user that the server runs as.</summary>
    public static async Task GiveAsync(string folder)
    {
        if (IsRoot)
        {
            using var process = Process.Start("chown", ["-R", User, folder]);
            await process.WaitForExitAsync().WaitAsync(Longest);
        }
    }

    private static string? Folder() =>
        Directory.Exists(Debian)
            ? Directory
                .GetDirectories(Debian)
                .Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : Path.GetDirectoryName(Find("initdb"));

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
