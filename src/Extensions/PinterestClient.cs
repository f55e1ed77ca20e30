namespace Pinterest.OpenApi;

/// <summary>
/// The Pinterest API, one property for each group of operations. Safe for use by many threads at once; create one
/// and keep it.
/// </summary>
public sealed partial class PinterestClient : IPinterestClient
{
    private readonly PinterestConnection _connection;

    /// <summary>Creates a client of Pinterest's production API.</summary>
    /// <param name="http">Sends the requests. It is not disposed.</param>
    /// <param name="accessToken">The access token of a user or an app.</param>
    public PinterestClient(HttpClient http, string accessToken)
        : this(http, new PinterestClientOptions { AccessToken = accessToken }) { }

    /// <summary>Makes a client.</summary>
    /// <param name="http">Sends the requests. It is not disposed.</param>
    /// <param name="options">The options of the client.</param>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all problems.</exception>
    public PinterestClient(HttpClient http, PinterestClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _connection = new PinterestConnection(() => http, options);
    }

    /// <summary>
    /// Creates a client with its own HTTP client, which follows no redirects and has no time-out except those of the
    /// options.
    /// </summary>
    /// <param name="options">The options of the client.</param>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all problems.</exception>
    public PinterestClient(PinterestClientOptions options)
        : this(PinterestHttp.CreateClient(), options) { }

    internal PinterestClient(Func<HttpClient> http, PinterestClientOptions options) =>
        _connection = new PinterestConnection(http, options);

    /// <summary>Creates a client for another user that shares everything else.</summary>
    /// <param name="credential">The user's token.</param>
    /// <returns>The client of that user.</returns>
    public PinterestClient ForUser(PinterestCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return With(options => options with { Credential = credential, AccessToken = null });
    }

    private PinterestClient(PinterestConnection connection) => _connection = connection;

    /// <summary>
    /// Gets the last known limit of each rate category, for example org_read, for the user of this client. Trial access
    /// is counted for the app, so the limit is then the last one of any user. Later responses do not change the result.
    /// </summary>
    public IReadOnlyDictionary<string, RateLimitState> RateLimits => _connection.RateLimits;

    /// <summary>
    /// Creates a client with other options that shares everything else: <c>client.With(o =&gt; o with { OnResponse =
    /// Log })</c>.
    /// </summary>
    /// <param name="change">Creates the new options from the old ones.</param>
    /// <returns>The client with those options.</returns>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all problems.</exception>
    public PinterestClient With(Func<PinterestClientOptions, PinterestClientOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var options = change(_connection.Options);
        options.Validate();
        return new PinterestClient(_connection.With(options));
    }

    /// <summary>
    /// Creates a client for one call, or for a few, that shares everything else: <c>client.With(new
    /// PinterestCallOptions { Timeout = TimeSpan.FromSeconds(5) }).Pins.GetAsync(id)</c>.
    /// </summary>
    /// <param name="call">The options of the call.</param>
    /// <returns>The client that sends it.</returns>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all problems.</exception>
    public PinterestClient With(PinterestCallOptions call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return With(call.ApplyTo);
    }

    /// <inheritdoc/>
    IPinterestClient IPinterestClient.ForUser(PinterestCredential credential) => ForUser(credential);

    /// <inheritdoc/>
    IPinterestClient IPinterestClient.With(Func<PinterestClientOptions, PinterestClientOptions> change) => With(change);

    /// <inheritdoc/>
    IPinterestClient IPinterestClient.With(PinterestCallOptions call) => With(call);
}
