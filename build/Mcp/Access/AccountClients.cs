using System.Collections.Concurrent;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// The accounts that <c>pinterest-openapi login</c> signed in, or one whose token stands in the environment, or a sandbox.
/// Safe for use by many threads at once.
/// </summary>
public sealed class AccountClients : IAccountClients, IDisposable
{
    private readonly AccountClientsOptions _options;
    private readonly HttpClient _http;
    private readonly HttpClient _tokenHttp;
    private readonly PinterestClient _client;
    private readonly FileTokenStore _tokens;
    private readonly ConcurrentDictionary<string, IPinterestClient> _renewing = new();

    /// <summary>Makes the clients.</summary>
    /// <param name="options">How the accounts are reached.</param>
    /// <exception cref="ArgumentException">Something is wrong with the options.</exception>
    public AccountClients(AccountClientsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var gate = new GateHandler(options.BaseAddress, options.Handler ?? NewHandler());
        _http = new HttpClient(gate, options.Handler is null) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _tokenHttp = new HttpClient(NewHandler());
        _tokens = new FileTokenStore(options.TokenFolder, options.TimeProvider);
        _client = new PinterestClient(
            _http,
            new PinterestClientOptions
            {
                BaseAddress = options.BaseAddress,
                AccessTier = options.IsSandbox ? AccessTier.Unlimited : options.AccessTier,
                Timeout = options.Timeout,
                TimeProvider = options.TimeProvider,
                LoggerFactory = options.LoggerFactory,
            }
        );
    }

    private string EnvironmentName
    {
        get
        {
            var isSandbox = _options.IsSandbox || _options.BaseAddress.Host == PinterestClientOptions.Sandbox.Host;
            return isSandbox ? "sandbox" : "production";
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IPinterestClient> GetAsync(string account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (StaticToken(account) is { } fixedToken)
        {
            return _renewing.GetOrAdd("", _ => _client.With(options => options with { AccessToken = fixedToken }));
        }

        var token = await ReadAsync(account, cancellationToken).ConfigureAwait(false);
        return _options.App is { } app
            ? _renewing.GetOrAdd("user:" + account, _ => _client.ForUser(Credential(app, account)))
            : _client.With(options => options with { AccessToken = token.AccessToken });
    }

    /// <inheritdoc/>
    public async ValueTask<AccountFacts> GetFactsAsync(string account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        IReadOnlyList<string>? scopes = null;
        if (StaticToken(account) is null)
        {
            var token = await ReadAsync(account, cancellationToken).ConfigureAwait(false);
            scopes = token.Scopes.Count > 0 ? token.Scopes : null;
        }

        return new AccountFacts
        {
            Account = account,
            Scopes = scopes,
            AccessTier = _options.AccessTier,
            Environment = EnvironmentName,
        };
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _tokenHttp.Dispose();
    }

    private string? StaticToken(string account) =>
        _options.AccessToken is { } token && (_options.IsSandbox || account == _options.AccessTokenAccount)
            ? token
            : null;

    private async ValueTask<PinterestToken> ReadAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            return await _tokens.ReadAsync(account, cancellationToken).ConfigureAwait(false) ?? throw NotSignedIn();
        }
        catch (Exception error)
            when (error is PinterestTokenStoreException or IOException or UnauthorizedAccessException)
        {
            // The message of the store names its path, which is not for agents.
            throw Denied("The token of the account cannot be read. A person looks at the folder of the tokens.");
        }
    }

    private UserTokenCredential Credential(PinterestApp app, string account) =>
        new(
            new PinterestOAuth(
                _tokenHttp,
                app,
                new PinterestOAuthOptions
                {
                    BaseAddress = _options.BaseAddress,
                    TimeProvider = _options.TimeProvider,
                    LoggerFactory = _options.LoggerFactory,
                }
            ),
            _tokens,
            account
        );

    private static AccessDeniedException NotSignedIn() =>
        Denied(
            "The account of this agent is not signed in. A person signs it in with 'pinterest-openapi login --user NAME "
                + "--store FOLDER', with the folder of the tokens of this server, or sets PINTEREST_ACCESS_TOKEN."
        );

    private static AccessDeniedException Denied(string reason) =>
        new(new CallDecision(Verdict.Denied, "account", reason));

    // A redirect would take the call and its token to an address that nobody configured.
    private static SocketsHttpHandler NewHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
}
