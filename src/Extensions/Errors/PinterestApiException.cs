using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest returned an error, or a response that does not match the description. <see cref="Kind"/> gives the
/// meaning. Derived classes exist for the most frequent kinds; this class is thrown for all others. It always has the
/// status, the headers and the text.
/// </summary>
public class PinterestApiException : PinterestException
{
    private protected PinterestApiException(ErrorResponse response, Refusal refusal, Exception? inner = null)
        : base(response.Describe(refusal.Advice), inner)
    {
        Operation = response.Operation;
        Status = response.Status;
        Headers = response.Headers;
        ResponseText = response.Text;
        Code = response.Code;
        ApiMessage = response.Message;
        Kind = refusal.Kind;
        IsTransient = refusal.IsTransient;
        RetryAfter = refusal.RetryAfter;
        MayHaveHappened = refusal.MayHaveHappened;
    }

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the HTTP status; 0 when the client did not send the call.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Gets the headers of the response.</summary>
    public PinterestResponseHeaders Headers { get; }

    /// <summary>Gets the body of the response unchanged (JSON, HTML or nothing), up to its first 64 KiB.</summary>
    public string ResponseText { get; }

    /// <summary>
    /// Gets Pinterest's error code, when the body has one. The same code has several meanings; <see cref="Kind"/>
    /// tells which is meant.
    /// </summary>
    public int? Code { get; }

    /// <summary>Gets Pinterest's own message, when the body has one.</summary>
    public string? ApiMessage { get; }

    /// <summary>Gets what the error means, decided from status, code and message together.</summary>
    public PinterestErrorKind Kind { get; }

    /// <summary>
    /// Gets whether the same call may succeed when it is sent again soon. Wait <see cref="RetryAfter"/> first if it is
    /// given. If <see cref="PinterestException.MayHaveHappened"/> is true, check whether it happened before you send it
    /// again.
    /// </summary>
    public bool IsTransient { get; }

    /// <summary>
    /// Gets the wait that Pinterest requires, counted from the response. It is read from the headers, or from a message
    /// such as "retry after 5 seconds". It is null when the response has none.
    /// </summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Gets Pinterest's id of the request, for its support.</summary>
    public string? RequestId => Headers.RequestId;

    /// <summary>Gets the rate limit in the response, or null when it has none.</summary>
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
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }

    internal static PinterestApiException Unclassified(ErrorResponse response, Refusal refusal) =>
        new(response, refusal);

    internal static PinterestApiException Damaged(ErrorResponse response, string damage, Exception? cause = null) =>
        new(response, Unusable(response, damage), cause);

    internal static PinterestApiException Unreadable(ErrorResponse response, Exception error) =>
        response.IsSecret
            ? Damaged(response, "The body is not the expected JSON. It may contain tokens, so it is not shown.")
            : Damaged(response, $"The body is not the expected JSON ({error.Message}). See ResponseText.", error);

    /// <summary>Makes the error of a success without the body that the description promises.</summary>
    /// <param name="response">The response.</param>
    /// <param name="found">What came instead, for a sentence.</param>
    internal static PinterestApiException Empty(ErrorResponse response, string found) =>
        Damaged(response, $"The body is {found}, but the description promises content.");

    /// <summary>Makes the error of a success whose JSON is of another kind than the call needs.</summary>
    internal static PinterestApiException OtherJson(ErrorResponse response, JTokenType expected) =>
        Damaged(
            response,
            $"The body is not the {(expected is JTokenType.Array ? "list" : "object")} that the description promises; see "
                + "ResponseText."
        );

    /// <summary>Makes the error of a page without the list of items that the description requires.</summary>
    internal static PinterestApiException WithoutItems(ErrorResponse response) =>
        Damaged(response, "The body has no list of items, but the description requires one. See ResponseText.");

    // A write whose success cannot be read has happened.
    private static Refusal Unusable(ErrorResponse response, string damage) =>
        new(PinterestErrorKind.UnreadableResponse)
        {
            Advice = response.IsWrite
                ? $"{damage} The status says that the call succeeded. Check whether it did before you send it again."
                : damage,
            MayHaveHappened = response.IsWrite,
        };
}
