using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>A sandbox, an agent with a grant, and its tools.</summary>
internal sealed class ToolWorld : IGrantSource, IAsyncDisposable
{
    private readonly AccountClients _accounts;

    private ToolWorld(
        PinterestSandbox sandbox,
        AgentGrant grant,
        ToolOptions? options,
        Func<AgentGateOptions, AgentGateOptions>? change
    )
    {
        Sandbox = sandbox;
        Grant = grant;
        Client = new PinterestClient(
            new PinterestClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.AccessToken }
        );
        _accounts = new AccountClients(
            new AccountClientsOptions
            {
                BaseAddress = sandbox.BaseAddress,
                IsSandbox = true,
                AccessToken = sandbox.AccessToken,
            }
        );
        var ofGate = new AgentGateOptions
        {
            Grants = this,
            Log = Log,
            Approvals = Approvals,
            Accounts = _accounts,
        };
        var gate = new AgentGate(change is null ? ofGate : change(ofGate));
        Catalogue = new ToolCatalogue(gate, (options ?? new ToolOptions()) with { Accounts = _accounts });
    }

    public static AgentIdentity Agent { get; } = new("blog-helper", "session-1");

    public PinterestSandbox Sandbox { get; }

    /// <summary>Gets a client beside the gate, which makes what the tests need.</summary>
    public IPinterestClient Client { get; }

    public AgentGrant Grant { get; set; }

    public FakeAuditLog Log { get; } = new();

    public FakeApprovals Approvals { get; } = new();

    public ToolCatalogue Catalogue { get; }

    public IReadOnlyList<string> SentOperations =>
        [.. Sandbox.Requests.Select(request => request.OperationId).OfType<string>()];

    /// <summary>Grants everything, secret boards and files included, without approvals.</summary>
    public static AgentGrant Everything { get; } =
        new()
        {
            Agent = "blog-helper",
            Areas = Enum.GetValues<Area>().ToDictionary(area => area, _ => AreaAccess.Full),
            Ask = [],
            Secret = true,
            Limits = new GrantLimits { Money = 100 },
        };

    public static async Task<ToolWorld> StartAsync(
        AgentGrant? grant = null,
        SandboxOptions? sandbox = null,
        ToolOptions? options = null,
        Func<AgentGateOptions, AgentGateOptions>? gate = null
    )
    {
        var started = await PinterestSandbox.StartAsync(
            sandbox ?? new SandboxOptions { MediaProcessingTime = TimeSpan.Zero, JobProcessingTime = TimeSpan.Zero }
        );
        return new ToolWorld(started, grant ?? Everything, options, gate);
    }

    public AgentGrant? Find(string agent) => agent == Grant.Agent ? Grant : null;

    /// <summary>Says yes to all that waits.</summary>
    public async Task ApproveAllAsync()
    {
        foreach (var approval in await Approvals.ListAsync(waitingOnly: true, CancellationToken.None))
        {
            await Approvals.ApproveAsync(approval.Id, "page", CancellationToken.None);
        }
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">Its arguments, as JSON.</param>
    public async Task<CallToolResult> CallAsync(string name, string arguments = "{}")
    {
        using var document = JsonDocument.Parse(arguments);
        var values = document.RootElement.Clone().EnumerateObject().ToDictionary(each => each.Name, each => each.Value);
        return await Catalogue.CallAsync(Agent, name, values, null, CancellationToken.None);
    }

    /// <summary>Calls a tool that succeeds, and gives its data.</summary>
    public async Task<JsonObject> DataAsync(string name, string arguments = "{}")
    {
        var result = await CallAsync(name, arguments);
        Assert.False(result.IsError is true, TextOf(result));
        return DataOf(result);
    }

    /// <summary>Calls a tool that fails, and gives the error.</summary>
    public async Task<JsonObject> ErrorAsync(string name, string arguments = "{}")
    {
        var result = await CallAsync(name, arguments);
        Assert.True(result.IsError, TextOf(result));
        return DataOf(result);
    }

    public async Task<string> BoardAsync(string name = "Kitchens", string privacy = "PUBLIC")
    {
        var board = await Client.Boards.CreateAsync(
            new OpenApi.Models.BoardCreate { Name = name, Privacy = new OpenApi.Models.BoardPrivacy(privacy) }
        );
        return board.Id!;
    }

    public async Task<string> PinAsync(string board, string title = "A Pin", string? link = null)
    {
        var pin = await Client.CreateImagePinAsync(
            [PinImage.FromUri(new Uri("https://example.com/a.jpg"))],
            new PinDraft(board) { Title = title, Link = link is null ? null : new Uri(link) }
        );
        return pin.Id!;
    }

    public static JsonObject DataOf(CallToolResult result) =>
        JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!.AsObject();

    public static string TextOf(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    public ValueTask DisposeAsync()
    {
        _accounts.Dispose();
        return Sandbox.DisposeAsync();
    }
}
