namespace Pinterest.OpenApi;

/// <summary>
/// Builds the stages of a call. Their order is written here and nowhere else. Each stage gets only what it needs.
/// </summary>
internal sealed class CallPipeline
{
    /// <summary>Gets what gives the HTTP client.</summary>
    public required Func<HttpClient> Http { get; init; }

    /// <summary>Gets the options of the client.</summary>
    public required PinterestClientOptions Options { get; init; }

    /// <summary>Gets what gives and renews access tokens, or null for none.</summary>
    public required PinterestCredential? Credential { get; init; }

    /// <summary>Gets what is sent again. Clients with the same settings share one policy.</summary>
    public required RetryPolicy Retries { get; init; }

    /// <summary>Gets the pacing of the user that the client speaks for.</summary>
    public required UserPacing Pacing { get; init; }

    /// <summary>
    /// Builds the stages. A call runs through them from left to right; a stage with nothing to do is left out.
    /// </summary>
    /// <returns>The first stage.</returns>
    public CallStage Build() => Telemetry(TotalTimeout(Retry(Pace(AttemptTimeout(Authentication(Transport()))))));

    private TelemetryStage Telemetry(CallStage next) => new(next, Options.BaseAddress, Options.TimeProvider);

    private CallStage TotalTimeout(CallStage next) =>
        Options.Timeout is { } timeout ? new TotalTimeoutStage(next, timeout, Options.TimeProvider) : next;

    private CallStage Retry(CallStage next) => Retries.IsOff ? next : new RetryStage(next, Retries);

    private PacingStage Pace(CallStage next) => new(next, Pacing);

    private AttemptTimeoutStage AttemptTimeout(CallStage next) =>
        new(next, Options.AttemptTimeout, Options.TimeProvider);

    private AuthenticationStage Authentication(CallStage next) =>
        new(next)
        {
            Credential = Credential,
            App = Options.App,
            ConversionToken = Options.ConversionToken,
            ChecksScopes = Options.CheckScopes,
        };

    private TransportStage Transport() =>
        new()
        {
            Http = Http,
            BaseAddress = Options.BaseAddress,
            Reporter = new ResponseReporter(Pacing.Logger, Pacing, Options.OnResponse),
            MaxResponseBytes = Options.MaxResponseBytes,
            Time = Options.TimeProvider,
        };
}
