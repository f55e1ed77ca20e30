namespace Pinterest.OpenApi;

/// <summary>
/// The options of one call, or of a few: <c>pinterest.With(new PinterestCallOptions { ... }).Pins.GetAsync(id)</c>. For
/// a null or empty option the client's option applies. The client that <c>With</c> creates shares the HTTP client, the
/// retry policy and the rate limits, so it is cheap to create.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(SecretConverter<PinterestCallOptions>))]
[Newtonsoft.Json.JsonConverter(typeof(SecretNewtonsoftConverter))]
public sealed record PinterestCallOptions
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>
    /// Gets how long the call may take in all, with its retries and waits; null for the client's time. More than 0, at
    /// most a day.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Gets the access token to send instead of the client's token or credential; null for those. It is never renewed.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>
    /// Gets the ad account to act for where the call has the query parameter <c>ad_account_id</c> and does not set it;
    /// null for the client's.
    /// </summary>
    public string? AdAccountId { get; init; }

    /// <summary>
    /// Gets additional headers. Authorization, Host, Accept, the headers of the content and those of the connection are
    /// not allowed. At most 32, of at most 4,096 visible ASCII characters each.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>
    /// Gets the collector of the responses of the call: status, request id and rate limit; null for none.
    /// <see cref="PinterestClientOptions.OnResponse"/> of the client is still called.
    /// </summary>
    public PinterestCapture? Capture { get; init; }

    /// <summary>Names the options without the token and without the values of headers.</summary>
    public override string ToString()
    {
        var token = AccessToken is null ? "the client's token" : "a token of its own";
        var headers = Headers.Count == 1 ? "1 header" : $"{Headers.Count} headers";
        return $"Call options with {token} and {headers}";
    }

    /// <summary>Makes the options of a client that sends the call.</summary>
    /// <exception cref="ArgumentException">A header cannot be sent; the message names all that is wrong.</exception>
    internal PinterestClientOptions ApplyTo(PinterestClientOptions options)
    {
        var problems = ExtraHeaders.Problems(Headers).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems));
        }

        var changed = options with
        {
            Timeout = Timeout ?? options.Timeout,
            AdAccountId = AdAccountId ?? options.AdAccountId,
            Headers = Merge(options.Headers),
        };
        if (Capture is not null)
        {
            changed = changed with { OnResponse = (Action<PinterestResponse>)Capture.Add + options.OnResponse };
        }

        return AccessToken is null ? changed : changed with { AccessToken = AccessToken };
    }

    // A client made with headers may be asked for more; those of the later call win.
    private Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> earlier)
    {
        var merged = new Dictionary<string, string>(earlier, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Headers)
        {
            merged[name] = value;
        }

        return merged;
    }
}
