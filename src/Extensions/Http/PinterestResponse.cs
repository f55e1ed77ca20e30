using System.Net;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>The status and the headers of a response, for rate limits, request ids and logs.</summary>
/// <param name="Operation">The operation that was called.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
public sealed record PinterestResponse(Operation Operation, HttpStatusCode Status, PinterestResponseHeaders Headers)
{
    /// <summary>Gets Pinterest's id of the request, for its support; null when the response has none.</summary>
    public string? RequestId => Headers.RequestId;

    /// <summary>Gets what the response said of the rate limit, or null when it said nothing.</summary>
    public RateLimitState? RateLimit => RateLimitState.Parse(Headers);
}
