using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Pages;
using Pinterest.OpenApi.Mcp.SignIn;
using Pinterest.OpenApi.Mcp.Tools;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>The parts of a server, put together from its settings.</summary>
internal sealed class ServerParts : IDisposable
{
    private readonly IDisposable[] _owned;

    /// <summary>Makes a server of parts.</summary>
    /// <param name="server">What every transport serves.</param>
    /// <param name="keys">The keys of the agents.</param>
    /// <param name="owned">What ends with the server, the last first.</param>
    public ServerParts(PinterestMcp server, AgentKeys keys, params IDisposable[] owned)
    {
        Server = server;
        Keys = keys;
        _owned = owned;
    }

    /// <summary>Gets what every transport serves.</summary>
    public PinterestMcp Server { get; }

    /// <summary>Gets the keys of the agents.</summary>
    public AgentKeys Keys { get; }

    /// <summary>Gets what the page of a server over HTTP shows, or null for no page.</summary>
    public PageParts? Page { get; init; }

    /// <summary>Gets the way to Pinterest, which knows the grants and the log; null in tests of a transport.</summary>
    public IAgentGate? Gate { get; init; }

    /// <summary>Gets the issuer whose tokens let agents in over HTTP, beside their keys; or null.</summary>
    public IssuerOptions? Issuer { get; init; }

    /// <summary>Puts the parts together. Nothing is read or written yet.</summary>
    /// <param name="settings">What the server was started with.</param>
    /// <param name="logs">The log of the server.</param>
    public static ServerParts Create(ServerSettings settings, ILoggerFactory logs)
    {
        var store = settings.Store.Open();
        var log = new StoredAuditLog(
            store,
            new AuditLogOptions { KeepsTexts = settings.LogsTexts, HeadFile = settings.HeadFile },
            logs.CreateLogger<StoredAuditLog>()
        );
        var accounts = new AccountClients(AccountsOf(settings, logs));
        StoredGrants grants = settings.SharesGrants
            ? StoreChoice.GrantsIn(store, ToolCatalogue.Names)
            : new GrantStore(settings.GrantsFile, ToolCatalogue.Names);
        var approvals = new StoredApprovals(store, log);
        var gate = new AgentGate(
            new AgentGateOptions
            {
                Grants = grants,
                Log = log,
                Approvals = approvals,
                Confirmation = new ClientConfirmation(store),
                Accounts = accounts,
                Account = settings.Account,
                IsReadOnly = settings.IsReadOnly,
                IsDryRun = settings.IsDryRun,
                LogTexts = settings.LogsTexts,
            }
        );
        var tools = new ToolCatalogue(
            gate,
            new ToolOptions
            {
                Accounts = accounts,
                PictureHosts = settings.Sandbox is { } sandbox ? [sandbox.BaseAddress.Authority] : [],
                IsReadOnly = settings.IsReadOnly,
                IsDryRun = settings.IsDryRun,
            }
        );
        var server = new PinterestMcp(tools) { GrantsFile = settings.SharesGrants ? null : settings.GrantsFile };
        return new ServerParts(server, AgentKeys.Beside(settings.StoreFile), store, accounts)
        {
            Page = new PageParts
            {
                Grants = grants,
                Log = log,
                Approvals = approvals,
                Key = PageKey.Beside(settings.StoreFile),
                KeyCommand = PageKey.CommandFor(settings.Store),
            },
            Gate = gate,
            Issuer = settings.Issuer,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in _owned.Reverse())
        {
            one.Dispose();
        }
    }

    private static AccountClientsOptions AccountsOf(ServerSettings settings, ILoggerFactory logs)
    {
        if (settings.Sandbox is { } sandbox)
        {
            // No secret of the real account is read where a sandbox takes its place.
            return new AccountClientsOptions
            {
                BaseAddress = sandbox.BaseAddress,
                IsSandbox = true,
                AccessToken = sandbox.AccessToken,
                LoggerFactory = logs,
            };
        }

        var options = AccountClientsOptions.FromEnvironment() with
        {
            AccessTier = settings.Access,
            LoggerFactory = logs,
        };
        if (settings.Account is { } account)
        {
            options = options with { AccessTokenAccount = account };
        }

        return settings.TokensFolder is { } folder ? options with { TokenFolder = folder } : options;
    }
}
