using System.Web;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

/// <summary>The token of an account is renewed within a call, and stays out of the log.</summary>
public sealed class AccountRenewalTests : IAsyncLifetime
{
    private static readonly Uri Back = new("http://localhost/back");

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly FakeAuditLog _log = new();
    private PinterestSandbox _sandbox = null!;
    private PinterestToken _token = null!;

    [Fact]
    public async Task A_token_that_Pinterest_no_longer_takes_is_renewed_and_stored_for_the_next_server()
    {
        using (var accounts = Accounts(withApp: true))
        {
            _sandbox.AddFault(new SandboxFault(FaultKind.ExpiredToken) { OperationId = "boards/list" });

            Assert.Empty((await Client(accounts).Boards.ListAsync()).Items);
            Assert.Empty((await Client(accounts).Boards.ListAsync()).Items);
        }

        // The first is that of the sign-in.
        Assert.Equal(2, _sandbox.Requests.Count(request => request.OperationId == "oauth/token"));
        var stored = (await new FileTokenStore(_folder.Path).ReadAsync("me", default))!;
        Assert.NotEqual(_token.AccessToken, stored.AccessToken);
        Assert.All(_log.Outcomes, entry => Assert.Equal(AuditOutcome.Done, entry.Outcome));
        Assert.DoesNotContain(_log.Entries, entry => entry.ToString().Contains("pina_", StringComparison.Ordinal));

        using var next = Accounts(withApp: false);
        Assert.Empty((await Client(next).Boards.ListAsync()).Items);
    }

    [Fact]
    public async Task Without_the_app_an_ended_token_is_an_error_that_asks_for_a_sign_in()
    {
        using var accounts = Accounts(withApp: false);
        _sandbox.AddFault(new SandboxFault(FaultKind.ExpiredToken) { OperationId = "boards/list" });

        await Assert.ThrowsAsync<PinterestAuthenticationFailedException>(() => Client(accounts).Boards.ListAsync());

        Assert.Equal(AuditOutcome.Failed, Assert.Single(_log.Outcomes).Outcome);
    }

    public async Task InitializeAsync()
    {
        _sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { AutoApprove = true });
        var oauth = new PinterestOAuth(
            _http,
            new PinterestApp(_sandbox.AppId, _sandbox.AppSecret),
            new PinterestOAuthOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                AuthorizeAddress = _sandbox.AuthorizeAddress,
            }
        );
        using var approved = await _http.GetAsync(oauth.GetAuthorizationUri(Back, ["boards:read"], "state"));
        var code = HttpUtility.ParseQueryString(approved.Headers.Location!.Query)["code"]!;
        _token = await oauth.ExchangeCodeAsync(code, Back);
        await using var guard = await new FileTokenStore(_folder.Path).LockAsync("me", default);
        await guard.SaveAsync(_token, default);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private AccountClients Accounts(bool withApp) =>
        new(
            new AccountClientsOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                TokenFolder = _folder.Path,
                App = withApp ? new PinterestApp(_sandbox.AppId, _sandbox.AppSecret) : null,
            }
        );

    private IPinterestClient Client(AccountClients accounts)
    {
        var gate = new AgentGate(
            new AgentGateOptions
            {
                Grants = new OneGrant(),
                Log = _log,
                Approvals = new FakeApprovals(),
                Accounts = accounts,
            }
        );
        return GrantedClient.Create(gate, new AgentIdentity(Calls.Agent, "session-1"));
    }

    private sealed class OneGrant : Pinterest.OpenApi.Mcp.Grants.IGrantSource
    {
        public Pinterest.OpenApi.Mcp.Grants.AgentGrant? Find(string agent) => Calls.Everything();
    }
}
