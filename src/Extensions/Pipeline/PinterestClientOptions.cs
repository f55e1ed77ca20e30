using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>
/// The options of a client. They are immutable: <c>client.With(o =&gt; o with { ... })</c> creates a client with other
/// options.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(SecretConverter<PinterestClientOptions>))]
[Newtonsoft.Json.JsonConverter(typeof(SecretNewtonsoftConverter))]
public sealed record PinterestClientOptions
{
    /// <summary>Pinterest's production API.</summary>
    public static readonly Uri Production = new("https://api.pinterest.com/v5");

    /// <summary>Pinterest's sandbox. Tokens of production do not work there.</summary>
    public static readonly Uri Sandbox = new("https://api-sandbox.pinterest.com/v5");

    private const int SmallestBody = 1024;
    private const int LargestBody = 1024 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, string> NoHeaders = [];

    // The client takes each window as slightly longer than Pinterest says.
    private static readonly TimeSpan LongestRateLimitWait = TimeSpan.FromHours(25);

    private readonly string? _accessToken;
    private readonly PinterestCredential? _credential;

    /// <summary>Gets the address that paths are appended to.</summary>
    /// <value>The default is <see cref="Production"/>. Plain http is accepted on loopback only.</value>
    public Uri BaseAddress { get; init; } = Production;

    /// <summary>
    /// Gets the access token that is sent as bearer, or null. It is a short form of a credential that is never renewed.
    /// Setting it replaces <see cref="Credential"/>, so that a client never uses the token of an earlier user.
    /// </summary>
    public string? AccessToken
    {
        get => _accessToken;
        init
        {
            _accessToken = value;
            _credential = value is null ? _credential : null;
        }
    }

    /// <summary>Gets the source of access tokens, or null. Setting it replaces <see cref="AccessToken"/>.</summary>
    public PinterestCredential? Credential
    {
        get => _credential;
        init
        {
            _credential = value;
            _accessToken = value is null ? _accessToken : null;
        }
    }

    /// <summary>Gets the app, whose id and secret are sent to the token endpoints and nowhere else.</summary>
    public PinterestApp? App { get; init; }

    /// <summary>
    /// Gets the token for conversion events (operation events/create), from Pinterest's Ads Manager. It is sent with
    /// such a call instead of a user's token.
    /// </summary>
    public string? ConversionToken { get; init; }

    /// <summary>
    /// Gets whether the client checks the known scopes of the token. A call that they do not allow fails before it is
    /// sent.
    /// </summary>
    /// <value>The default is true.</value>
    public bool CheckScopes { get; init; } = true;

    /// <summary>
    /// Gets whether the client checks pictures and videos before it sends them (<c>MediaCheck</c>). It rejects a wrong
    /// kind of file, a file that is too long, and a carousel with pictures of different sizes. Turn it off when
    /// Pinterest accepts a file that the client rejects. A picture in a request must always be JPEG or PNG.
    /// </summary>
    /// <value>The default is true.</value>
    public bool CheckMedia { get; init; } = true;

    /// <summary>
    /// Gets the ad account to act for. It fills the query parameter <c>ad_account_id</c> where a call does not set
    /// it; it never fills a path.
    /// </summary>
    public string? AdAccountId { get; init; }

    /// <summary>Gets the options of retries.</summary>
    public PinterestRetryOptions Retry { get; init; } = new();

    /// <summary>Gets how long one attempt may take.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long a call may take in all, with its retries and waits; null for no limit.</summary>
    /// <value>The default is null.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Gets the access tier of the app. The client delays calls so that they stay within its limits and within the
    /// limits in responses.
    /// </summary>
    /// <value>The default is <see cref="AccessTier.Standard"/>.</value>
    public AccessTier AccessTier { get; init; } = AccessTier.Standard;

    /// <summary>
    /// Gets the longest wait for a rate limit. A call that would wait longer fails with a
    /// <see cref="PinterestRateLimitedException"/>, which has the time.
    /// </summary>
    /// <value>The default is 70 seconds, which covers the window of a minute; 0 to 25 hours, which covers that of a
    /// day.</value>
    public TimeSpan MaxRateLimitWait { get; init; } = TimeSpan.FromSeconds(70);

    /// <summary>
    /// Gets the rate limiter, or null for the client's own counts. It shares those with all clients that are created
    /// from it. Set a rate limiter to count for many clients, processes or machines together.
    /// </summary>
    public IRateLimiter? RateLimiter { get; init; }

    /// <summary>
    /// Gets how many bytes the body of a response may have after its decompression. A larger body is not read to its
    /// end, and the call fails with a <see cref="PinterestApiException"/>.
    /// </summary>
    /// <value>The default is 64 MiB; at least 1 KiB, at most 1 GiB.</value>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Gets a callback for each response, successful or not, before it is read. It receives the status, the rate limits
    /// and the request id.
    /// </summary>
    public Action<PinterestResponse>? OnResponse { get; init; }

    /// <summary>
    /// Gets the logger factory (category <see cref="PinterestTelemetry.Name"/>), or null for none. A registered client
    /// uses the one of the services.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Gets the headers that the options of a call add; checked.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>Gets the clock; tests pass their own.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Names the options without the token.</summary>
    public override string ToString() =>
        $"Pinterest API at {BaseAddress}, {(AccessToken is null && Credential is null ? "no access token" : "with an access token")}";

    /// <summary>Throws when something is wrong, with all that is wrong.</summary>
    internal void Validate()
    {
        var problems = Problems().ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems));
        }
    }

    /// <summary>Names all that is wrong; never a secret.</summary>
    internal IEnumerable<string> Problems() =>
        AddressProblems().Concat(SecretProblems()).Concat(LimitProblems()).Concat(Retry.Problems());

    private IEnumerable<string> AddressProblems()
    {
        if (
            !BaseAddress.IsAbsoluteUri
            || !(
                BaseAddress.Scheme == Uri.UriSchemeHttps
                || (BaseAddress.Scheme == Uri.UriSchemeHttp && BaseAddress.IsLoopback)
            )
        )
        {
            yield return $"BaseAddress '{BaseAddress}' is neither https nor on loopback, and tokens would be sent to it. Use https.";
        }
        else if (BaseAddress.Query.Length > 0 || BaseAddress.Fragment.Length > 0 || BaseAddress.UserInfo.Length > 0)
        {
            yield return "BaseAddress must not have a query, a fragment or a user.";
        }
        else if (
            Credential?.Environment is { } environment
            && IsPinterests(environment)
            && IsPinterests(BaseAddress)
            && environment.Host != BaseAddress.Host
        )
        {
            yield return $"The credential's tokens are for {environment.Host} and do not work at {BaseAddress.Host}. "
                + "Set BaseAddress of PinterestOAuthOptions to the same environment.";
        }
    }

    private IEnumerable<string> SecretProblems()
    {
        if (IsNoToken(AccessToken))
        {
            yield return "AccessToken is empty or contains an invalid character.";
        }

        if (IsNoToken(ConversionToken))
        {
            yield return "ConversionToken is empty or contains an invalid character.";
        }

        if (App is { Id.Length: 0 } or { Secret.Length: 0 })
        {
            yield return "App has no id or no secret.";
        }
        else if (
            App is { } app
            && (SecretText.IsMalformed(app.Secret) || SecretText.IsMalformed(app.Id) || app.Id.Contains(':'))
        )
        {
            yield return "The id or the secret of App contains an invalid character, such as a line break.";
        }
    }

    private IEnumerable<string> LimitProblems()
    {
        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > Longest)
        {
            yield return $"AttemptTimeout is {AttemptTimeout}; it must be more than 0 and at most a day.";
        }

        if (Timeout is { } total && (total <= TimeSpan.Zero || total > Longest))
        {
            yield return $"Timeout is {total}; it must be more than 0 and at most a day.";
        }

        if (MaxRateLimitWait < TimeSpan.Zero || MaxRateLimitWait > LongestRateLimitWait)
        {
            yield return $"MaxRateLimitWait is {MaxRateLimitWait}; it must be 0 to 25 hours.";
        }

        if (MaxResponseBytes is < SmallestBody or > LargestBody)
        {
            yield return $"MaxResponseBytes is {MaxResponseBytes}; it must be {SmallestBody} to {LargestBody}.";
        }
    }

    // Any other host may be a proxy of either.
    private static bool IsPinterests(Uri address) => address.Host == Production.Host || address.Host == Sandbox.Host;

    private static bool IsNoToken(string? token) => token is not null && SecretText.IsMalformed(token);
}
