using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.PostgresTests;

/// <summary>A server whose log is a file starts without what talks to databases, because a client waits for its start.</summary>
[Collection(PostgresCollection.Name)]
public sealed class LoadedAssembliesTests(PostgresServer server) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [StoreFact]
    public async Task Npgsql_is_loaded_only_where_a_database_is_used()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var address = server.AddressOf(await server.NewDatabaseAsync()).Text;

        Assert.Equal(
            ["Microsoft.Data.Sqlite"],
            await LoadedAsync("--store", Path.Combine(_folder.FullName, "a", "agents.db"))
        );
        Assert.Equal(["Npgsql"], await LoadedAsync("--postgres", address));
    }

    // Calls a tool, which writes into the log, and looks which of the two libraries the process has in its memory.
    private async Task<IEnumerable<string>> LoadedAsync(params string[] store)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "pinterest-mcp.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--agent", "a", .. store])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = _folder.FullName;
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            await AskAsync(
                process,
                1,
                "initialize",
                """{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}"""
            );
            await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
            await AskAsync(process, 2, "tools/call", """{"name":"pinterest_list_boards","arguments":{}}""");
            var memory = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
            return new[] { "Microsoft.Data.Sqlite", "Npgsql" }.Where(name =>
                memory.Contains($"/{name}.dll", StringComparison.Ordinal)
            );
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(Longest);
        }
    }

    private static async Task AskAsync(Process process, int id, string method, string parameters)
    {
        await process.StandardInput.WriteLineAsync(
            $$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}"""
        );
        await process.StandardInput.FlushAsync();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Longest) is { } line)
        {
            if (JsonNode.Parse(line)?["id"]?.ToString() == $"{id}")
            {
                return;
            }
        }

        Assert.Fail($"{method} was not answered.");
    }
}
