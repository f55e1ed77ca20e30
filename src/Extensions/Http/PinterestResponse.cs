using System.Net;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>What came back beside the body: for rate limits, request ids and logs.</summary>
/// <param name="Operation">The operation that was called.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
public sealed record PinterestResponse(Operation Operation, HttpStatusCode Status, PinterestResponseHeaders Headers);
