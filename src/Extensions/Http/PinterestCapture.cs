namespace Pinterest.OpenApi;

/// <summary>
/// Collects the status, the request id and the rate limit of responses. Pass it in
/// <see cref="PinterestCallOptions.Capture"/>. It is safe for use by many threads at once.
/// </summary>
public sealed class PinterestCapture
{
    /// <summary>The number of responses that are kept; an older one is dropped for each new one.</summary>
    public const int MaxResponses = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<PinterestResponse> _responses = new();
    private PinterestResponse? _last;

    /// <summary>Gets the newest response, or null before the first. After a retry it is that of the last attempt.</summary>
    public PinterestResponse? Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>
    /// Gets the responses from the oldest to the newest: one for each attempt with a response. Later responses do not
    /// change the result.
    /// </summary>
    public IReadOnlyList<PinterestResponse> Responses
    {
        get
        {
            lock (_gate)
            {
                return [.. _responses];
            }
        }
    }

    internal void Add(PinterestResponse response)
    {
        lock (_gate)
        {
            if (_responses.Count == MaxResponses)
            {
                _responses.Dequeue();
            }

            _responses.Enqueue(response);
            _last = response;
        }
    }
}
