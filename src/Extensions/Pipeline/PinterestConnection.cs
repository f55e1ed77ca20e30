namespace Pinterest.OpenApi;

/// <summary>
/// Sends calls through the pipeline and reads the responses. The generated clients know nothing else of HTTP.
/// </summary>
internal sealed class PinterestConnection
{
    private readonly Func<HttpClient> _http;
    private readonly IRateLimiter _limiter;
    private readonly RetryPolicy _retries;
    private readonly UserPacing _pacing;
    private readonly CallStage _pipeline;

    /// <summary>Makes a connection.</summary>
    /// <param name="http">Gives the HTTP client, for each request anew.</param>
    /// <param name="options">How Pinterest is reached; valid.</param>
    public PinterestConnection(Func<HttpClient> http, PinterestClientOptions options)
        : this(http, options, LimiterOf(options), new RetryPolicy(RetriesOf(options))) { }

    private PinterestConnection(
        Func<HttpClient> http,
        PinterestClientOptions options,
        IRateLimiter limiter,
        RetryPolicy retries
    )
    {
        Options = options;
        _http = http;
        _limiter = limiter;
        _retries = retries;
        var credential = CredentialOf(options);
        _pacing = new UserPacing(limiter)
        {
            User = UserOf(options, credential),
            MaxWait = options.MaxRateLimitWait,
            Time = options.TimeProvider,
            Logger = PinterestLog.Create(options.LoggerFactory),
        };
        _pipeline = new CallPipeline
        {
            Http = http,
            Options = options,
            Credential = credential,
            Retries = retries,
            Pacing = _pacing,
        }.Build();
    }

    public PinterestClientOptions Options { get; }

    /// <summary>Gets what Pinterest last said of each rate category to the user of this connection.</summary>
    public IReadOnlyDictionary<string, RateLimitState> RateLimits => _pacing.LastSaid;

    /// <summary>
    /// Makes a connection with other options that shares the HTTP client and the counts of the rate limits.
    /// </summary>
    public PinterestConnection With(PinterestClientOptions other)
    {
        // Building a policy is the expensive part; a server makes a client for each of its users.
        var settings = RetriesOf(other);
        var retries = settings == _retries.Settings ? _retries : new RetryPolicy(settings);
        return new PinterestConnection(_http, other, CountsOnWith(other) ? _limiter : LimiterOf(other), retries);
    }

    /// <summary>Sends a call and reads its response. Every 2xx is a success.</summary>
    public async Task<T> SendAsync<T>(PinterestRequest request, CancellationToken cancellationToken)
    {
        // The body is read within the time of the attempt, so the transport does it.
        request.Reader = static (request, response, budget) => ResponseReader.Read<T>(request, response, budget)!;
        using var response = await StartAsync(request, cancellationToken).ConfigureAwait(false);
        return (T)response.Value!;
    }

    /// <summary>Sends a call whose response has no content that matters.</summary>
    public async Task SendAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        using var response = await StartAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends an upload to another host: without a token, an app secret or anything else of ours.</summary>
    public async Task<HttpResponseMessage> SendBareAsync(
        HttpRequestMessage message,
        CancellationToken cancellationToken
    )
    {
        var response = await PinterestHttp.SendAsync(BareHttp(), message, cancellationToken).ConfigureAwait(false);
        // An upload is a POST; HttpClient made a GET of it for a redirect.
        if (message.Method == HttpMethod.Get)
        {
            response.Dispose();
            throw PinterestSentOnceException.OfRedirect("The upload", message.RequestUri?.Host);
        }

        return response;
    }

    /// <summary>
    /// Requests a file of another host: without a token, an app secret or anything else of ours. The content comes as
    /// it was sent when the HTTP client is our own.
    /// </summary>
    public Task<HttpResponseMessage> DownloadAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        PinterestHttp.SendAsync(PinterestHttp.WithoutDecompression(BareHttp()), message, cancellationToken);

    private HttpClient BareHttp()
    {
        var http = _http();
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new InvalidOperationException(
                "The HttpClient adds an Authorization header, which would be sent to another host. "
                    + "Remove the header from the HttpClient, and set the token in the options."
            );
        }

        return http;
    }

    private static IRateLimiter LimiterOf(PinterestClientOptions options) =>
        options.RateLimiter ?? new LocalRateLimiter(options.TimeProvider);

    // Moments of two clocks cannot be compared, so another clock begins anew.
    private bool CountsOnWith(PinterestClientOptions other) =>
        other.RateLimiter == Options.RateLimiter
        && (other.RateLimiter is not null || other.TimeProvider == Options.TimeProvider);

    private RateLimitedUser UserOf(PinterestClientOptions options, PinterestCredential? credential)
    {
        var app = options.App?.Id ?? credential?.RenewalKey?.App;
        if (options.AccessTier is not AccessTier.Trial || app is null)
        {
            // Under trial access an app whose id is not known may be any app, so each user counts alone.
            return new RateLimitedUser(options.AccessTier, credential?.PacingKey ?? this, credential?.SharedKey);
        }

        // Trial access is counted for the app, whichever user it acts for.
        return new RateLimitedUser(
            options.AccessTier,
            new AppKey(options.BaseAddress, app),
            RenewalKey.SharedText(options.BaseAddress.AbsoluteUri, app)
        );
    }

    private static RetrySettings RetriesOf(PinterestClientOptions options) =>
        new(options.Retry, options.MaxRateLimitWait, options.TimeProvider, options.LoggerFactory);

    private static PinterestCredential? CredentialOf(PinterestClientOptions options)
    {
        if (options.Credential is not null || options.AccessToken is null)
        {
            return options.Credential;
        }

        return new StaticTokenCredential(new PinterestToken(options.AccessToken));
    }

    private async Task<BufferedResponse> StartAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        if (Options.AdAccountId is { } adAccountId)
        {
            request.AddDefault("ad_account_id", adAccountId);
        }

        request.AddHeaders(Options.Headers);
        try
        {
            return await _pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (CallerCancellation.IsHidden(error, cancellationToken))
        {
            throw CallerCancellation.Show(error, cancellationToken);
        }
    }

    private sealed record AppKey(Uri Environment, string App);
}
