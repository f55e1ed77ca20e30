using System.Diagnostics;
using System.Text.Json;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Readers.Mcp;

/// <summary>The server as people start it, with a sandbox and files of its own.</summary>
internal sealed class McpServer : IAsyncDisposable
{
    private const string Grants = """
        {"agents": {
            "reader": {"areas": {"status": "read", "boards": "full", "pins": "read"}, "ask": []},
            "asked": {"areas": {"boards": "full"}, "confirmBy": "client"}}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-readers-");
    private readonly PinterestSandbox _sandbox;
    private Process? _http;

    private McpServer(PinterestSandbox sandbox) => _sandbox = sandbox;

    /// <summary>Gets the program, as this configuration built it.</summary>
    public static string Program { get; } =
        Path.Combine(
            Path.GetDirectoryName(typeof(McpServer).Assembly.Location)!,
            OperatingSystem.IsWindows() ? "pinterest-mcp.exe" : "pinterest-mcp"
        );

    /// <summary>Gets what the program is given to serve one agent over stdio.</summary>
    public string[] Arguments => ArgumentsFor("reader");

    /// <summary>Gets a file that tells a client how to start the server.</summary>
    public string Configuration => Path.Combine(_folder.FullName, "mcp.json");

    private string[] Common =>
        [
            "--sandbox",
            _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
            "--grants",
            Path.Combine(_folder.FullName, "grants.json"),
            "--store",
            Store,
        ];

    private string Store => Path.Combine(_folder.FullName, "agents.db");

    /// <summary>Gives what the program is given to serve an agent over stdio.</summary>
    public string[] ArgumentsFor(string agent) => ["serve", "--agent", agent, .. Common];

    public static async Task<McpServer> StartAsync()
    {
        var server = new McpServer(await PinterestSandbox.StartAsync());
        var grants = Path.Combine(server._folder.FullName, "grants.json");
        await File.WriteAllTextAsync(grants, Grants);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(grants, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await File.WriteAllTextAsync(
            server.Configuration,
            JsonSerializer.Serialize(
                new
                {
                    mcpServers = new
                    {
                        pinterest = new
                        {
                            command = Program,
                            args = server.Arguments,
                            env = new { PINTEREST_SANDBOX_TOKEN = server._sandbox.AccessToken },
                        },
                    },
                }
            )
        );

        // Node hands this on to the server; the inspector hands on only what the configuration names.
        Environment.SetEnvironmentVariable("PINTEREST_SANDBOX_TOKEN", server._sandbox.AccessToken);
        return server;
    }

    /// <summary>Serves over HTTP, and gives the address and the key of the agent.</summary>
    public async Task<(string Address, string Key)> ServeHttpAsync()
    {
        var (code, key) = Reader.Run(Program, "agents", "key", "reader", "--store", Store);
        Assert.Equal(0, code);
        var start = new ProcessStartInfo(Program, ["serve", "--http", .. Common])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _http = Process.Start(start)!;

        // Its log is read, so that it never waits for a reader, and not shown.
        _http.BeginErrorReadLine();
        var ready = await _http.StandardOutput.ReadLineAsync();
        return (ready!["Ready: ".Length..], key.Trim());
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Kill();
        _http?.Dispose();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
