using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>The whole server asks a client of each revision, over each transport.</summary>
public sealed class ElicitingClientTests : IAsyncLifetime
{
    private const string Tool = "pinterest_create_board";
    private const string Guessed = "K7QXABCDEF.99999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-elicit-");
    private readonly List<ElicitRequestParams> _asked = [];
    private PinterestSandbox _sandbox = null!;
    private ServerSettings _settings = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await PinterestSandbox.StartAsync();
        _settings = new ServerSettings
        {
            GrantsFile = Path.Combine(_folder.FullName, "config", "grants.json"),
            StoreFile = Path.Combine(_folder.FullName, "config", "agents.db"),
            Sandbox = new SandboxAddress(_sandbox.BaseAddress, _sandbox.AccessToken),
        };
        await SandboxDefaults.GrantAsync(_settings.GrantsFile, SandboxDefaults.Agent, default);
        var grants = new GrantStore(_settings.GrantsFile);
        var grant = grants.Find(SandboxDefaults.Agent)! with { ConfirmBy = ConfirmBy.Client };
        await grants.UpdateAsync(file => file.With(grant).With(grant with { Agent = "other" }));
    }

    [Theory]
    [InlineData("stdio", "2025-11-25")]
    [InlineData("stdio", "2026-07-28")]
    [InlineData("http", "2026-07-28")]
    public Task A_yes_in_the_client_sends_what_it_showed(string transport, string version) =>
        ServeAsync(
            transport,
            version,
            Answering(true),
            async client =>
            {
                var made = await CallAsync(client, "Kitchens <!--");

                Assert.True(made.IsError is not true, TextOf(made));
                var shown = Assert.Single(_asked).Message;
                Assert.Contains("Kitchens ‹!--", shown, StringComparison.Ordinal);
                Assert.Contains(Tool, shown, StringComparison.Ordinal);
                Assert.Contains(
                    $"The client of {SandboxDefaults.Agent} approved it",
                    await LogAsync(),
                    StringComparison.Ordinal
                );

                Assert.True((await CallAsync(client, "Gardens")).IsError is not true);
                Assert.Equal(2, _asked.Count);
            }
        );

    [Theory]
    [InlineData("stdio", "2025-11-25", "decline")]
    [InlineData("stdio", "2026-07-28", "decline")]
    [InlineData("stdio", "2025-11-25", "cancel")]
    [InlineData("http", "2026-07-28", "cancel")]
    [InlineData("stdio", "2025-11-25", "accept")]
    [InlineData("http", "2026-07-28", "accept")]
    public Task Anything_but_a_yes_refuses_the_call(string transport, string version, string action) =>
        ServeAsync(
            transport,
            version,
            Answering(new ElicitResult { Action = action }),
            async client =>
            {
                var refused = await CallAsync(client, "Kitchens");

                Assert.Equal("Denied", KindOf(refused));
                Assert.Equal("approval", refused.StructuredContent!.Value.GetProperty("rule").GetString());
                Assert.Contains("The agent's client said no", await LogAsync(), StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData("stdio", "2025-11-25")]
    [InlineData("stdio", "2026-07-28")]
    [InlineData("http", "2025-11-25")]
    [InlineData("http", "2026-07-28")]
    public Task A_client_that_cannot_ask_is_told_to_wait(string transport, string version) =>
        ServeAsync(
            transport,
            version,
            new McpClientHandlers(),
            async client => Assert.Equal("ApprovalNeeded", KindOf(await CallAsync(client, "Kitchens")))
        );

    // A server without sessions cannot ask during a call, and clients of that revision know no other way.
    [Fact]
    public Task Over_HTTP_a_client_of_2025_11_25_is_told_to_wait() =>
        ServeAsync(
            "http",
            "2025-11-25",
            Answering(true),
            async client =>
            {
                Assert.Equal("ApprovalNeeded", KindOf(await CallAsync(client, "Kitchens")));
                Assert.Empty(_asked);
            }
        );

    [Theory]
    [InlineData("stdio", "2025-11-25")]
    [InlineData("stdio", "2026-07-28")]
    [InlineData("http", "2025-11-25")]
    [InlineData("http", "2026-07-28")]
    public Task A_made_up_answer_is_refused_and_logged(string transport, string version) =>
        ServeAsync(
            transport,
            version,
            Answering(true),
            async client =>
            {
                var responses = Yes();
                foreach (var state in new[] { Guessed, "", null })
                {
                    var forged = await client.CallToolAsync(Call("Kitchens", state, responses));
                    Assert.Equal("Denied", KindOf(forged));
                    Assert.Equal("confirmation", forged.StructuredContent!.Value.GetProperty("rule").GetString());
                }

                Assert.Empty(_asked);
                Assert.Contains("was not asked about exactly this call", await LogAsync(), StringComparison.Ordinal);
            }
        );

    [Fact]
    public async Task A_state_serves_one_call_of_one_agent_over_all_servers_of_a_store()
    {
        var state = await StateAsync();

        // Another process, a restart later.
        await ServeAsync(
            "http",
            "2026-07-28",
            Answering(true),
            async client =>
            {
                Assert.Equal("Denied", KindOf(await client.CallToolAsync(Call("Gardens", state, Yes()))));
                var made = await client.CallToolAsync(Call("Kitchens", state, Yes()));
                Assert.True(made.IsError is not true, TextOf(made));
                Assert.Equal("Denied", KindOf(await client.CallToolAsync(Call("Kitchens", state, Yes()))));
            }
        );
        await ServeAsync(
            "stdio",
            "2026-07-28",
            Answering(true),
            async client => Assert.Equal("Denied", KindOf(await client.CallToolAsync(Call("Kitchens", state, Yes())))),
            "other"
        );
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static CallToolRequestParams Call(
        string name,
        string? state = null,
        Dictionary<string, InputResponse>? responses = null
    ) =>
        new()
        {
            Name = Tool,
            Arguments = new Dictionary<string, JsonElement> { ["name"] = JsonSerializer.SerializeToElement(name) },
            RequestState = state,
            InputResponses = responses,
        };

    private static Dictionary<string, InputResponse> Yes() =>
        new() { ["approval"] = InputResponse.FromElicitResult(Answer(true)) };

    private static ElicitResult Answer(bool yes) =>
        new()
        {
            Action = "accept",
            Content = new Dictionary<string, JsonElement> { ["approve"] = JsonSerializer.SerializeToElement(yes) },
        };

    private static Task<CallToolResult> CallAsync(McpClient client, string name) =>
        client.CallToolAsync(Tool, new Dictionary<string, object?> { ["name"] = name }).AsTask();

    private static string? KindOf(CallToolResult result) =>
        result.StructuredContent?.TryGetProperty("kind", out var kind) is true ? kind.GetString() : TextOf(result);

    private static string TextOf(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    private McpClientHandlers Answering(bool yes) => Answering(Answer(yes));

    private McpClientHandlers Answering(ElicitResult answer) =>
        new()
        {
            ElicitationHandler = (asked, _) =>
            {
                _asked.Add(asked!);
                return ValueTask.FromResult(answer);
            },
        };

    private async Task ServeAsync(
        string transport,
        string version,
        McpClientHandlers handlers,
        Func<McpClient, Task> use,
        string agent = SandboxDefaults.Agent
    )
    {
        using var parts = ServerParts.Create(_settings, ServerFixture.Logs);
        if (transport == "stdio")
        {
            await ServerFixture.OverStdioAsync(parts.Server, agent, version, use, handlers);
            return;
        }

        await using var host = await HttpHost.StartAsync(parts, 0, ServerFixture.Logs, default);
        var key = parts.Keys.Make(agent);
        await using var client = await ServerFixture.OverHttpAsync(host.Address, key, version, handlers);
        await use(client);
    }

    private async Task<string> StateAsync()
    {
        using var parts = ServerParts.Create(_settings, ServerFixture.Logs);
        await using var host = await HttpHost.StartAsync(parts, 0, ServerFixture.Logs, default);
        var arguments = new JsonObject { ["arguments"] = new JsonObject { ["name"] = "Kitchens" } };
        var asked = await RawCall.CallAsync(host.Address, parts.Keys.Make(SandboxDefaults.Agent), Tool, arguments);
        Assert.Equal("input_required", asked["resultType"]?.GetValue<string>());
        return asked["requestState"]!.GetValue<string>();
    }

    private async Task<string> LogAsync()
    {
        using var store = new AgentStore(_settings.StoreFile);
        var entries = await new SqliteAuditLog(store).QueryAsync(new AuditFilter { EveryEntry = true }, default);
        return string.Join('\n', entries.Select(entry => entry.Sentence));
    }
}
