using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>The server as <c>serve --sandbox</c> puts it together.</summary>
public sealed class WholeServerTests : IAsyncLifetime
{
    private static readonly Dictionary<string, object?> Kitchens = new() { ["name"] = "Kitchens" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-whole-");
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
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public Task A_newcomer_reads_at_once_and_writes_after_a_person_s_yes(string version) =>
        ServeAsync(
            version,
            async client =>
            {
                Assert.NotEmpty(client.ServerInstructions!);
                Assert.Contains(await client.ListToolsAsync(), tool => tool.Name == "pinterest_create_board");
                Assert.NotEmpty(await client.ListPromptsAsync());
                Assert.NotEmpty(await client.ListResourceTemplatesAsync());

                var waiting = await client.CallToolAsync("pinterest_create_board", Kitchens);
                Assert.True(waiting.IsError);
                await ApproveAsync(waiting.StructuredContent!.Value.GetProperty("approvalId").GetString()!);
                var made = await client.CallToolAsync("pinterest_create_board", Kitchens);
                var again = await client.CallToolAsync("pinterest_create_board", Kitchens);

                Assert.True(made.IsError is not true, TextOf(made));
                Assert.True(again.IsError);
            }
        );

    [Fact]
    public Task A_change_of_the_grants_shows_in_the_next_list() =>
        ServeAsync(
            null,
            async client =>
            {
                Assert.NotEmpty(await client.ListToolsAsync());
                await new GrantStore(_settings.GrantsFile).UpdateAsync(grants => grants.Without(SandboxDefaults.Agent));

                Assert.Empty(await client.ListToolsAsync());
                Assert.True((await client.CallToolAsync("pinterest_list_boards")).IsError);
            }
        );

    [Fact]
    public Task A_client_is_told_of_a_change_of_the_grants() =>
        ServeAsync(
            "2025-11-25",
            async client =>
            {
                var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var handler = client.RegisterNotificationHandler(
                    NotificationMethods.ToolListChangedNotification,
                    (_, _) =>
                    {
                        told.TrySetResult();
                        return ValueTask.CompletedTask;
                    }
                );
                await client.ListToolsAsync();
                await new GrantStore(_settings.GrantsFile).UpdateAsync(grants => grants.Without(SandboxDefaults.Agent));

                await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
            }
        );

    [Fact]
    public async Task A_grant_that_a_person_made_stays_as_it_is()
    {
        var narrow = new AgentGrant { Agent = SandboxDefaults.Agent };
        var store = new GrantStore(_settings.GrantsFile);
        await store.UpdateAsync(grants => grants.With(narrow));
        await SandboxDefaults.GrantAsync(_settings.GrantsFile, SandboxDefaults.Agent, default);

        Assert.Empty(store.Find(SandboxDefaults.Agent)!.Areas);
    }

    [Fact]
    public async Task A_server_that_only_reads_offers_and_makes_no_change()
    {
        _settings = _settings with { IsReadOnly = true };
        await ServeAsync(
            null,
            async client =>
            {
                var tools = await client.ListToolsAsync();
                Assert.Contains(tools, tool => tool.Name == "pinterest_list_boards");
                Assert.DoesNotContain(tools, tool => tool.Name == "pinterest_create_board");
                Assert.True((await client.CallToolAsync("pinterest_create_board", Kitchens)).IsError);
            }
        );
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string TextOf(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    private async Task ServeAsync(string? version, Func<McpClient, Task> use)
    {
        using var parts = ServerParts.Create(_settings, ServerFixture.Logs);
        await ServerFixture.OverStdioAsync(parts.Server, SandboxDefaults.Agent, version, use);
    }

    private async Task ApproveAsync(string id)
    {
        using var store = new AgentStore(_settings.StoreFile);
        var approved = await new SqliteApprovals(store, new SqliteAuditLog(store)).ApproveAsync(id, "test", default);
        Assert.Equal(ApprovalState.Approved, approved?.State);
    }
}
