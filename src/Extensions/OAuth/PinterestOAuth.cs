using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest's OAuth: the authorise address, the code exchange, refresh, client credentials and revocation. Tokens
/// are requested with the app's id and secret (Basic), never with a bearer token.
/// </summary>
public sealed class PinterestOAuth
{
    // Written by hand, so that signing in does not depend on which release the client was generated from.
    private static readonly Operation TokenOperation = TokenEndpoint("oauth/token", "/oauth/token");
    private static readonly Operation RevokeOperation = TokenEndpoint("token/revoke", "/oauth/token/revoke");

    private readonly PinterestConnection _connection;
    private readonly PinterestOAuthOptions _options;

    /// <summary>Creates the OAuth client of an app.</summary>
    /// <param name="http">Sends the requests. It is not disposed.</param>
    /// <param name="app">The app.</param>
    /// <param name="options">The addresses and options for tokens; null for production.</param>
    /// <exception cref="ArgumentException">An address is neither https nor on loopback.</exception>
    public PinterestOAuth(HttpClient http, PinterestApp app, PinterestOAuthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(http);
        App = app;
        _options = options ?? new PinterestOAuthOptions();

        // Limits are counted for each user; the refreshes of many users must not wait for each other.
        var clientOptions = new PinterestClientOptions
        {
            AccessTier = AccessTier.Unlimited,
            BaseAddress = _options.BaseAddress,
            App = app,
            TimeProvider = _options.TimeProvider,
            LoggerFactory = _options.LoggerFactory,
        };
        clientOptions.Validate();
        Logger = PinterestLog.Create(_options.LoggerFactory);
        _connection = new PinterestConnection(() => http, clientOptions);
    }

    /// <summary>
    /// Creates the OAuth client of an app with its own HTTP client. The HTTP client follows no redirects and shares no
    /// handler with the rest of the process.
    /// </summary>
    /// <param name="app">The app.</param>
    /// <param name="options">The addresses and options for tokens.</param>
    /// <exception cref="ArgumentException">An address is neither https nor on loopback.</exception>
    public PinterestOAuth(PinterestApp app, PinterestOAuthOptions options)
        : this(PinterestHttp.CreateClient(), app, options) { }

    /// <summary>Gets the app.</summary>
    public PinterestApp App { get; }

    internal Uri BaseAddress => _options.BaseAddress;

    internal TimeProvider Time => _options.TimeProvider;

    internal ILogger Logger { get; }

    /// <summary>Creates a state that cannot be guessed. Keep it until the user returns, and compare it.</summary>
    public static string CreateState() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Creates the address of the sign-in page.</summary>
    /// <param name="redirectUri">The address that the user returns to. It must be registered with the app.</param>
    /// <param name="scopes">The scopes to request, for example boards:read.</param>
    /// <param name="state">A value that the redirect returns unchanged; see <see cref="CreateState"/>.</param>
    /// <returns>The address.</returns>
    public Uri GetAuthorizationUri(Uri redirectUri, IEnumerable<string> scopes, string state)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentException.ThrowIfNullOrEmpty(state);
        string[] fields =
        [
            $"client_id={Escape(App.Id)}",
            $"redirect_uri={Escape(redirectUri.OriginalString)}",
            "response_type=code",
            $"scope={Escape(string.Join(',', scopes))}",
            $"state={Escape(state)}",
        ];
        return new Uri($"{_options.AuthorizeAddress.AbsoluteUri}?{string.Join('&', fields)}");
    }

    /// <summary>Exchanges the code of a sign-in for a token. A code works once.</summary>
    /// <param name="code">The code.</param>
    /// <param name="redirectUri">The same address as in <see cref="GetAuthorizationUri"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The token with its refresh token.</returns>
    /// <exception cref="PinterestApiException">Pinterest rejected the code. Let the user sign in again.</exception>
    public Task<PinterestToken> ExchangeCodeAsync(
        string code,
        Uri redirectUri,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(redirectUri);
        return RequestAsync(
            "authorization_code",
            [new("code", code), new("redirect_uri", redirectUri.OriginalString), .. ContinuousRefresh()],
            null,
            cancellationToken
        );
    }

    /// <summary>
    /// Exchanges a refresh token for a new token. Pinterest may also return a new refresh token and end the old one.
    /// Store the result before you use it.
    /// </summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="cancellationToken">Ends the call. If the request was already sent, the old refresh token may no
    /// longer work.</param>
    /// <returns>The new token. It keeps the old refresh token when Pinterest returns no new one.</returns>
    /// <exception cref="PinterestApiException">Pinterest rejected the refresh token.</exception>
    public Task<PinterestToken> RefreshAsync(string refreshToken, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        return RequestAsync(
            "refresh_token",
            [new("refresh_token", refreshToken), .. ContinuousRefresh()],
            refreshToken,
            cancellationToken
        );
    }

    /// <summary>Requests a token of the app itself.</summary>
    /// <param name="scopes">The scopes to request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The token; it has no refresh token.</returns>
    public Task<PinterestToken> GetClientTokenAsync(
        IEnumerable<string> scopes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return RequestAsync("client_credentials", [new("scope", string.Join(',', scopes))], null, cancellationToken);
    }

    /// <summary>Revokes a token.</summary>
    /// <param name="token">An access token or a refresh token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task RevokeAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        var request = new PinterestRequest(RevokeOperation);
        request.SetForm([new("token", token)]);
        return _connection.SendAsync(request, cancellationToken);
    }

    private async Task<PinterestToken> RequestAsync(
        string grantType,
        IEnumerable<KeyValuePair<string, string>> fields,
        string? refreshToken,
        CancellationToken cancellationToken
    )
    {
        var request = new PinterestRequest(TokenOperation);
        request.SetForm([new("grant_type", grantType), .. fields]);
        var sentAt = _options.TimeProvider.GetUtcNow();
        var response = await _connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false);
        return TokenResponse.Read(response, sentAt, refreshToken);
    }

    // Pinterest names the field in its prose only, not in the schema.
    private IEnumerable<KeyValuePair<string, string>> ContinuousRefresh() =>
        _options.ContinuousRefresh ? [new("continuous_refresh", "true")] : [];

    private static Operation TokenEndpoint(string id, string path) =>
        new()
        {
            Id = id,
            Method = HttpMethod.Post,
            Path = path,
            Group = "oauth",
            Access = OperationAccess.Write,
            Security = [new("basic", [])],
            RateCategory = "org_write",
            SuccessCodes = [200],
            Parameters = [],
            BodyType = PinterestRequest.FormType,
        };

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
