using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>A gate with everything around it in memory.</summary>
internal sealed class GateWorld : IGrantSource, IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1:9/v5");

    private readonly AccountClients _accounts;

    public GateWorld(Func<AgentGateOptions, AgentGateOptions>? change = null)
    {
        Log = new FakeAuditLog(Time);
        Approvals = new FakeApprovals(Time);
        _accounts = new AccountClients(
            new AccountClientsOptions
            {
                BaseAddress = Address,
                IsSandbox = true,
                AccessToken = "token",
                Handler = Pinterest,
            }
        );
        var options = new AgentGateOptions
        {
            Grants = this,
            Log = Log,
            Approvals = Approvals,
            Accounts = _accounts,
            TimeProvider = Time,
        };
        Gate = new AgentGate(change is null ? options : change(options));
    }

    public FakeTimeProvider Time { get; } = new(Calls.Now);

    public FakeAuditLog Log { get; }

    public FakeApprovals Approvals { get; }

    public AnsweringHandler Pinterest { get; } = new();

    public AgentGate Gate { get; }

    public AgentIdentity Agent { get; set; } = new(Calls.Agent, "session-1");

    /// <summary>Gets or sets the grant of every agent.</summary>
    public AgentGrant? Grant { get; set; } = Calls.Everything();

    /// <summary>Gets or sets what reading the grants does beside.</summary>
    public Action Reading { get; set; } = () => { };

    public AgentGrant? Find(string agent)
    {
        Reading();
        return Grant;
    }

    /// <summary>Runs a call whose making creates a Pin by the client.</summary>
    public Task<string> RunAsync(
        AgentCall call,
        Func<GrantedCall, CancellationToken, Task<string>>? make = null,
        Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>>? complete = null,
        CancellationToken cancellationToken = default
    ) =>
        Gate.RunAsync(
            Agent,
            call,
            new CallSteps<string>
            {
                Complete = complete,
                Make = make ?? CreateAsync,
                Rehearse = (_, _) => Task.FromResult("rehearsed"),
            },
            cancellationToken
        );

    /// <summary>Sends the first operation of a call as it is, without values.</summary>
    public static async Task<string> CreateAsync(GrantedCall call, CancellationToken cancellationToken)
    {
        await call.Client.SendAsync(new PinterestRawCall(HttpMethod.Post, "/pins"), cancellationToken);
        return "made";
    }

    public void Dispose() => _accounts.Dispose();
}
