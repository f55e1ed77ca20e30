using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Browser.Mcp;

/// <summary>The server as people start it, a sandbox behind it, and an agent that calls it over HTTP.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    /// <summary>The agent that calls.</summary>
    public const string Agent = "blog-helper";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-browser-");
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly PinterestSandbox _sandbox;
    private Process? _process;
    private Uri? _endpoint;

    private PageServer(PinterestSandbox sandbox) => _sandbox = sandbox;

    /// <summary>Gets the address of the page.</summary>
    public Uri Page { get; private set; } = null!;

    /// <summary>Gets the person's key.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Gets the board of the account.</summary>
    public Board Board { get; private set; } = null!;

    /// <summary>Gets the file of the grants.</summary>
    public GrantStore Grants => new(Path.Combine(_folder.FullName, "grants.json"));

    private string Store => Path.Combine(_folder.FullName, "agents.db");

    private static string Program { get; } =
        Path.Combine(
            Path.GetDirectoryName(typeof(PageServer).Assembly.Location)!,
            OperatingSystem.IsWindows() ? "pinterest-mcp.exe" : "pinterest-mcp"
        );

    /// <summary>Starts it.</summary>
    /// <param name="grants">What agents may do.</param>
    /// <param name="history">Writes what agents did before into the file of the log; null for nothing.</param>
    public static async Task<PageServer> StartAsync(IEnumerable<AgentGrant> grants, Func<string, Task>? history = null)
    {
        var server = new PageServer(await PinterestSandbox.StartAsync());
        var pinterest = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = server._sandbox.BaseAddress,
                AccessToken = server._sandbox.AccessToken,
            }
        );
        server.Board = await pinterest.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        await server.Grants.UpdateAsync(_ => new GrantFile(grants.ToDictionary(grant => grant.Agent)));
        if (history is not null)
        {
            await history(server.Store);
        }

        server.Key = server.Run("page", "key", "--store", server.Store);
        var key = server.Run("agents", "key", Agent, "--store", server.Store);
        server._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        await server.ServeAsync();
        return server;
    }

    /// <summary>Calls a tool as the agent does, and gives its result.</summary>
    public async Task<JsonNode> CallAsync(string tool, JsonObject arguments)
    {
        var call = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = "tools/call",
            ["params"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint)
        {
            Content = new StringContent(call.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2025-11-25");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Split('\n')
            .Select(line => line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..] : line);
        var answer = json.First(line => line.StartsWith('{'));
        return JsonNode.Parse(answer)!["result"] ?? throw new InvalidOperationException(answer);
    }

    /// <summary>Lets the agent ask to publish a Pin, and gives the kind of error that it gets; null for none.</summary>
    public async Task<string?> PublishAsync(string title, params (string Name, string Value)[] more)
    {
        var arguments = new JsonObject { ["board_id"] = Board.Id, ["title"] = title };
        foreach (var (name, value) in more)
        {
            arguments[name] = value;
        }

        var result = await CallAsync("pinterest_create_pin", arguments);
        return result["structuredContent"]?["kind"]?.GetValue<string>();
    }

    /// <summary>Runs a command of the program, and gives what it prints.</summary>
    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    /// <summary>Says yes on a terminal.</summary>
    public string Terminal(string command, string id) => Run("approvals", command, id, "--store", Store);

    public async ValueTask DisposeAsync()
    {
        _process?.Kill();
        _process?.Dispose();
        _http.Dispose();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task ServeAsync()
    {
        string[] arguments =
        [
            "serve",
            "--http",
            "--sandbox",
            _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
            "--grants",
            Grants.File,
            "--store",
            Store,
        ];
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true };
        start.Environment["PINTEREST_SANDBOX_TOKEN"] = _sandbox.AccessToken;
        _process = Process.Start(start)!;
        _endpoint = new Uri((await _process.StandardOutput.ReadLineAsync())!["Ready: ".Length..]);
        var page = await _process.StandardOutput.ReadLineAsync();
        Assert.DoesNotContain(Key, page);
        Page = new Uri(page!.Split(' ')[1]);
    }
}
