using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Pages;
using Pinterest.OpenApi.Mcp.Tools;
using Pinterest.OpenApi.Unit.Mcp.Hosting;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Pages;

/// <summary>A server with the page, over a log, approvals and grants in files that are gone after the test.</summary>
internal sealed class PageWorld : IAsyncDisposable
{
    private readonly List<PageClient> _clients = [];
    private HttpHost _host = null!;

    private PageWorld()
    {
        Grants = new GrantStore(Path.Combine(Stored.Folder, "grants.json"));
        Key = PageKey.Beside(Stored.Path);
        AgentKeys = AgentKeys.Beside(Stored.Path);
    }

    public StoredLog Stored { get; } = new();

    public GrantStore Grants { get; }

    public PageKey Key { get; }

    public AgentKeys AgentKeys { get; }

    public Uri Address => new(_host.Address, "/");

    /// <summary>Starts a server. Its agent blog-helper may read boards.</summary>
    public static async Task<PageWorld> StartAsync()
    {
        var world = new PageWorld();
        await world.Grants.UpdateAsync(grants =>
            grants.With(
                new AgentGrant
                {
                    Agent = Calls.Agent,
                    Areas = new Dictionary<Area, AreaAccess> { [Area.Boards] = AreaAccess.Read },
                    Limits = new GrantLimits { LinkHosts = ["*.example.com"] },
                }
            )
        );
        var parts = new ServerParts(new PinterestMcp(new ToolCatalogue(new ClosedGate())), world.AgentKeys)
        {
            Page = new PageParts
            {
                Grants = world.Grants,
                Log = world.Stored.Log,
                Approvals = world.Stored.Approvals,
                Key = world.Key,
                Time = world.Stored.Time,
            },
        };
        world._host = await HttpHost.StartAsync(parts, 0, ServerFixture.Logs, default);
        return world;
    }

    /// <summary>Opens a browser that nobody signed in with.</summary>
    public PageClient Open()
    {
        var client = new PageClient(Address);
        _clients.Add(client);
        return client;
    }

    /// <summary>Opens a browser, and signs in with a new key.</summary>
    public async Task<PageClient> SignInAsync()
    {
        var client = Open();
        await client.SignInAsync(Key.Make(PageKey.Person));
        return client;
    }

    /// <summary>Lets the agent ask.</summary>
    public Task<Approval> AskAsync(Func<CallSummary, CallSummary>? change = null, string arguments = "{}")
    {
        var call = StoredLog.Call(arguments);
        var summary = change is null ? call.Summary : change(call.Summary);
        return Stored.Approvals.AskAsync(Calls.Agent, "me", call with { Summary = summary }, default);
    }

    public async Task<ApprovalState> StateAsync(Approval approval) =>
        (await Stored.Approvals.FindAsync(approval.Id, default))!.State;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await _host.DisposeAsync();
        Stored.Dispose();
    }
}
