using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>
/// The options of a client that is being registered, as properties that can be set. The client gets them as
/// <see cref="PinterestClientOptions"/>, which are immutable. Both classes have the same properties.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(SecretConverter<PinterestClientOptionsBuilder>))]
[Newtonsoft.Json.JsonConverter(typeof(SecretNewtonsoftConverter))]
public sealed class PinterestClientOptionsBuilder
{
    private PinterestClientOptions _options;

    internal PinterestClientOptionsBuilder(PinterestClientOptions options) => _options = options;

    /// <summary>Gets or sets the address that paths are appended to.</summary>
    /// <value>The default is <see cref="PinterestClientOptions.Production"/>.</value>
    public Uri BaseAddress
    {
        get => _options.BaseAddress;
        set => _options = _options with { BaseAddress = value };
    }

    /// <summary>Gets or sets the access token, or null. Setting it replaces <see cref="Credential"/>.</summary>
    public string? AccessToken
    {
        get => _options.AccessToken;
        set => _options = _options with { AccessToken = value };
    }

    /// <summary>
    /// Gets or sets the source of access tokens, or null. Setting it replaces <see cref="AccessToken"/>.
    /// </summary>
    public PinterestCredential? Credential
    {
        get => _options.Credential;
        set => _options = _options with { Credential = value };
    }

    /// <summary>Gets or sets the app, whose id and secret are sent to the token endpoints only.</summary>
    public PinterestApp? App
    {
        get => _options.App;
        set => _options = _options with { App = value };
    }

    /// <summary>Gets or sets the token for conversion events, or null.</summary>
    public string? ConversionToken
    {
        get => _options.ConversionToken;
        set => _options = _options with { ConversionToken = value };
    }

    /// <summary>
    /// Gets or sets whether the client checks the known scopes of the token. A call that they do not allow fails before
    /// it is sent.
    /// </summary>
    /// <value>The default is true.</value>
    public bool CheckScopes
    {
        get => _options.CheckScopes;
        set => _options = _options with { CheckScopes = value };
    }

    /// <summary>Gets or sets whether the client checks pictures and videos before it sends them.</summary>
    /// <value>The default is true.</value>
    public bool CheckMedia
    {
        get => _options.CheckMedia;
        set => _options = _options with { CheckMedia = value };
    }

    /// <summary>Gets or sets the ad account to act for, or null.</summary>
    public string? AdAccountId
    {
        get => _options.AdAccountId;
        set => _options = _options with { AdAccountId = value };
    }

    /// <summary>Gets or sets when and how often a failed call is sent again.</summary>
    public PinterestRetryOptions Retry
    {
        get => _options.Retry;
        set => _options = _options with { Retry = value };
    }

    /// <summary>Gets or sets how long one attempt may take.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan AttemptTimeout
    {
        get => _options.AttemptTimeout;
        set => _options = _options with { AttemptTimeout = value };
    }

    /// <summary>Gets or sets how long a call may take with its retries and waits; null for no limit.</summary>
    /// <value>The default is null.</value>
    public TimeSpan? Timeout
    {
        get => _options.Timeout;
        set => _options = _options with { Timeout = value };
    }

    /// <summary>Gets or sets the access tier of the app, which decides its rate limits.</summary>
    /// <value>The default is <see cref="AccessTier.Standard"/>.</value>
    public AccessTier AccessTier
    {
        get => _options.AccessTier;
        set => _options = _options with { AccessTier = value };
    }

    /// <summary>Gets or sets the longest wait for a rate limit.</summary>
    /// <value>The default is 70 seconds.</value>
    public TimeSpan MaxRateLimitWait
    {
        get => _options.MaxRateLimitWait;
        set => _options = _options with { MaxRateLimitWait = value };
    }

    /// <summary>
    /// Gets or sets the rate limiter. With null the client uses the <see cref="IRateLimiter"/> of the services, keyed
    /// for a client with a name. Without one, it counts by itself.
    /// </summary>
    public IRateLimiter? RateLimiter
    {
        get => _options.RateLimiter;
        set => _options = _options with { RateLimiter = value };
    }

    /// <summary>Gets or sets how many bytes the body of a response may have after its decompression.</summary>
    /// <value>The default is 64 MiB; at least 1 KiB, at most 1 GiB.</value>
    public int MaxResponseBytes
    {
        get => _options.MaxResponseBytes;
        set => _options = _options with { MaxResponseBytes = value };
    }

    /// <summary>Gets or sets a callback for each response before it is read, or null.</summary>
    public Action<PinterestResponse>? OnResponse
    {
        get => _options.OnResponse;
        set => _options = _options with { OnResponse = value };
    }

    /// <summary>Gets or sets the logger factory, or null for that of the services.</summary>
    public ILoggerFactory? LoggerFactory
    {
        get => _options.LoggerFactory;
        set => _options = _options with { LoggerFactory = value };
    }

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider
    {
        get => _options.TimeProvider;
        set => _options = _options with { TimeProvider = value };
    }

    /// <summary>Names the options without the token.</summary>
    public override string ToString() => _options.ToString();

    internal PinterestClientOptions Build() => _options;
}
