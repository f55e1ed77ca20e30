using System.Net;
using Newtonsoft.Json;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest responded with an error, or with something that the description does not promise. Derived classes say
/// what an error means; this class itself is thrown where none of them fits. Status, headers and text are always
/// kept.
/// </summary>
public class PinterestApiException : PinterestException
{
    private protected PinterestApiException(ErrorResponse response, string advice, Exception? inner = null)
        : base(response.Describe(advice), inner)
    {
        Operation = response.Operation;
        Status = response.Status;
        Headers = response.Headers;
        ResponseText = response.Text;
        Code = response.Code;
        ApiMessage = response.Message;
    }

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Gets the headers of the response.</summary>
    public PinterestResponseHeaders Headers { get; }

    /// <summary>Gets the body of the response as it came (JSON, HTML or nothing), up to its first 64 KiB.</summary>
    public string ResponseText { get; }

    /// <summary>
    /// Gets Pinterest's error code, when the body has one. The same code has several meanings; the class of the
    /// exception tells which is meant.
    /// </summary>
    public int? Code { get; }

    /// <summary>Gets Pinterest's own message, when the body has one.</summary>
    public string? ApiMessage { get; }

    /// <summary>Gets Pinterest's id of the request, for its support.</summary>
    public string? RequestId => Headers.RequestId;

    /// <summary>Gets what the response said of the rate limit, or null when it said nothing.</summary>
    public RateLimitState? RateLimit => RateLimitState.Parse(Headers);

    /// <summary>Reads the body as one of the models that the description gives for errors.</summary>
    /// <typeparam name="T">The model, for example DetailedError.</typeparam>
    /// <returns>The model, or null when the body is not of its kind.</returns>
    public T? ReadBody<T>()
        where T : class
    {
        try
        {
            return ResponseText.Length == 0 ? null : PinterestJson.Deserialize<T>(ResponseText);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static PinterestApiException Unclassified(ErrorResponse response) => new(response, "");

    internal static PinterestApiException Damaged(ErrorResponse response, string damage, Exception? cause = null) =>
        new(response, damage, cause);

    internal static PinterestApiException Unreadable(ErrorResponse response, Exception error) =>
        response.IsSecret
            ? new(response, "The body is not the JSON that was expected. It may hold tokens, so it is not shown.")
            : new(response, $"The body is not the JSON that was expected ({error.Message}); see ResponseText.", error);
}
