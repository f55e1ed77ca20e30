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
    private readonly FileTokenStore _tokens;

    // Made at the first call: a list of tools, which is the first thing that an agent asks for, needs none of them.
    private readonly Lazy<HttpClient> _http;
    private readonly Lazy<HttpClient> _tokenHttp;
    private readonly Lazy<PinterestClient> _client;
    private readonly ConcurrentDictionary<string, IPinterestClient> _renewing = new();

    /// <summary>Makes the clients.</summary>
    /// <param name="options">How the accounts are reached.</param>
    public AccountClients(AccountClientsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _tokens = new FileTokenStore(options.TokenFolder, options.TimeProvider);
        _http = new Lazy<HttpClient>(NewHttp);
        _tokenHttp = new Lazy<HttpClient>(() => new HttpClient(NewHandler()));
        _client = new Lazy<PinterestClient>(NewClient);
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
            return _renewing.GetOrAdd(
                "",
                _ => _client.Value.With(options => options with { AccessToken = fixedToken })
            );
        }

        var token = await ReadAsync(account, cancellationToken).ConfigureAwait(false);
        return _options.App is { } app
            ? _renewing.GetOrAdd("user:" + account, _ => _client.Value.ForUser(Credential(app, account)))
            : _client.Value.With(options => options with { AccessToken = token.AccessToken });
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
        foreach (var http in (Lazy<HttpClient>[])[_http, _tokenHttp])
        {
            if (http.IsValueCreated)
            {
                http.Value.Dispose();
            }
        }
    }

    private HttpClient NewHttp() =>
        new(new GateHandler(_options.BaseAddress, _options.Handler ?? NewHandler()), _options.Handler is null)
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };

    private PinterestClient NewClient() =>
        new(
            _http.Value,
            new PinterestClientOptions
            {
                BaseAddress = _options.BaseAddress,
                AccessTier = _options.IsSandbox ? AccessTier.Unlimited : _options.AccessTier,
                Timeout = _options.Timeout,
                TimeProvider = _options.TimeProvider,
                LoggerFactory = _options.LoggerFactory,
            }
        );

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
                _tokenHttp.Value,
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
