using System.Diagnostics;
using System.Globalization;
using ModelContextProtocol.Client;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Mcp.Tools;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// What a call of a tool costs above the call of the client that it makes, and what part of that is the log: two
/// transactions, and in them the disk.
/// </summary>
internal sealed class McpBenchmark : IAsyncDisposable
{
    private const string Agent = "one";
    private const string Tool = "pinterest_list_boards";
    private const string Grants = """
        {"agents": {"one": {"areas": {"status": "read", "boards": "full", "pins": "full"}}}}
        """;

    private static readonly AgentIdentity Identity = new(Agent, "benchmark");

    private readonly DirectoryInfo _folder;
    private readonly PinterestSandbox _sandbox;
    private readonly List<IDisposable> _owned = [];
    private readonly Dictionary<string, List<double>> _times = [];

    private McpBenchmark(DirectoryInfo folder, PinterestSandbox sandbox)
    {
        _folder = folder;
        _sandbox = sandbox;
    }

    private string GrantsFile => Path.Combine(_folder.FullName, "grants.json");

    /// <summary>Measures in turns, and prints medians.</summary>
    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-mcp-benchmark-");
        await using var benchmark = new McpBenchmark(folder, await PinterestSandbox.StartAsync());
        await benchmark.MeasureAsync(rounds);
        benchmark.Print();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _owned)
        {
            one.Dispose();
        }

        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task MeasureAsync(int rounds)
    {
        await File.WriteAllTextAsync(GrantsFile, Grants);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(GrantsFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                AccessToken = _sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
            }
        );
        var full = Catalogue(Log("full", StoreSafety.Full));
        var normal = Catalogue(Log("normal", StoreSafety.Normal));
        var fullLog = Log("log-full", StoreSafety.Full).Log;
        var normalLog = Log("log-normal", StoreSafety.Normal).Log;
        await using var served = await McpClient.CreateAsync(Transport());
        await using var file = new FileStream(Path.Combine(_folder.FullName, "flushed"), FileMode.Create);
        for (var round = 0; round < rounds; round++)
        {
            // The first rounds warm up.
            var isKept = round >= rounds / 4;
            await TimeAsync("client", isKept, async () => await client.Boards.ListAsync());
            await TimeAsync("tool, stdio, FULL", isKept, async () => await served.CallToolAsync(Tool));
            await TimeAsync("tool, in process, FULL", isKept, () => CallAsync(full));
            await TimeAsync("tool, in process, NORMAL", isKept, () => CallAsync(normal));
            await TimeAsync("two log entries, FULL", isKept, () => WriteTwoAsync(fullLog));
            await TimeAsync("two log entries, NORMAL", isKept, () => WriteTwoAsync(normalLog));
            await TimeAsync("two flushes of 4 KiB", isKept, () => FlushTwiceAsync(file));
        }
    }

    private (AgentStore Store, SqliteAuditLog Log) Log(string name, StoreSafety safety)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, name));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        var store = new AgentStore(
            Path.Combine(folder.FullName, AgentStore.FileName),
            new AgentStoreOptions { Safety = safety }
        );
        _owned.Add(store);
        return (store, new SqliteAuditLog(store));
    }

    private ToolCatalogue Catalogue((AgentStore Store, SqliteAuditLog Log) kept)
    {
        var accounts = new AccountClients(
            new AccountClientsOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                IsSandbox = true,
                AccessToken = _sandbox.AccessToken,
            }
        );
        _owned.Add(accounts);
        var gate = new AgentGate(
            new AgentGateOptions
            {
                Grants = new GrantStore(GrantsFile, ToolCatalogue.Names),
                Log = kept.Log,
                Approvals = new SqliteApprovals(kept.Store, kept.Log),
                Accounts = accounts,
            }
        );
        return new ToolCatalogue(gate, new ToolOptions { Accounts = accounts });
    }

    private StdioClientTransport Transport()
    {
        string[] files = ["--grants", GrantsFile, "--store", Path.Combine(_folder.FullName, "served", "agents.db")];
        var program = typeof(AgentGate).Assembly.Location;
        return new StdioClientTransport(
            new StdioClientTransportOptions
            {
                Command = "dotnet",
                Arguments =
                [
                    program,
                    "serve",
                    "--agent",
                    Agent,
                    "--sandbox",
                    _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
                    .. files,
                ],
                EnvironmentVariables = new Dictionary<string, string?>
                {
                    ["PINTEREST_SANDBOX_TOKEN"] = _sandbox.AccessToken,
                },
            }
        );
    }

    private static async Task CallAsync(ToolCatalogue tools)
    {
        var result = await tools.CallAsync(Identity, Tool, arguments: null, progress: null, CancellationToken.None);
        if (result.IsError is true)
        {
            throw new InvalidOperationException($"{Tool} failed: {result.StructuredContent}");
        }
    }

    private static async Task WriteTwoAsync(SqliteAuditLog log)
    {
        var entry = new AuditEntry
        {
            CallId = Guid.CreateVersion7().ToString("N"),
            Stage = AuditStage.Intent,
            Agent = Agent,
            Tool = Tool,
            Sentence = AuditSentence.Intent(Agent, "listed the boards"),
        };
        await log.WriteAsync(entry, CancellationToken.None);
        var outcome = entry with { Stage = AuditStage.Outcome, Outcome = AuditOutcome.Done };
        await log.WriteAsync(outcome, CancellationToken.None);
    }

    private static Task FlushTwiceAsync(FileStream file)
    {
        var page = new byte[4096];
        for (var flush = 0; flush < 2; flush++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }

        return Task.CompletedTask;
    }

    private async Task TimeAsync(string what, bool isKept, Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        if (isKept)
        {
            (_times.TryGetValue(what, out var times) ? times : _times[what] = []).Add(
                Stopwatch.GetElapsedTime(start).TotalMilliseconds
            );
        }
    }

    private void Print()
    {
        var client = ReadBenchmark.Median(_times["client"]);
        Console.WriteLine($"| {_times["client"].Count} calls in turns | median | above the client |\n|---|---|---|");
        foreach (var (what, times) in _times)
        {
            var median = ReadBenchmark.Median(times);
            var above = what.StartsWith("tool", StringComparison.Ordinal) ? Text(median - client) : "";
            Console.WriteLine($"| {what} | {Text(median)} | {above} |");
        }
    }

    private static string Text(double milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms");
}
