using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest responded with an error, or with something that the description does not promise. <see cref="Kind"/> says
/// what it means, and derived classes stand for the most frequent kinds; this class itself is thrown where none of them
/// fits. Status, headers and text are always kept.
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

    /// <summary>Gets the body of the response as it came (JSON, HTML or nothing), up to its first 64 KiB.</summary>
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
    /// given. Where <see cref="PinterestException.MayHaveHappened"/> is true, look before you send it again.
    /// </summary>
    public bool IsTransient { get; }

    /// <summary>
    /// Gets how long Pinterest asks you to wait, counted from the response: from its headers, else from a message such as
    /// "retry after 5 seconds". It is null when Pinterest does not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; }

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
            ? Damaged(response, "The body is not the JSON that was expected. It may hold tokens, so it is not shown.")
            : Damaged(
                response,
                $"The body is not the JSON that was expected ({error.Message}); see ResponseText.",
                error
            );

    /// <summary>Makes the error of a success without the body that the description promises.</summary>
    /// <param name="response">The response.</param>
    /// <param name="found">What came instead, for a sentence.</param>
    internal static PinterestApiException Empty(ErrorResponse response, string found) =>
        Damaged(response, $"The body is {found}, where the description promises content.");

    /// <summary>Makes the error of a success whose JSON is of another kind than the call needs.</summary>
    internal static PinterestApiException OtherJson(ErrorResponse response, JTokenType expected) =>
        Damaged(
            response,
            $"The body is not the {(expected is JTokenType.Array ? "list" : "object")} that the description promises; see "
                + "ResponseText."
        );

    /// <summary>Makes the error of a page without the list of items that the description requires.</summary>
    internal static PinterestApiException WithoutItems(ErrorResponse response) =>
        Damaged(response, "The body has no list of items, where the description requires one; see ResponseText.");

    // A write whose success cannot be read has happened.
    private static Refusal Unusable(ErrorResponse response, string damage) =>
        new(PinterestErrorKind.UnreadableResponse)
        {
            Advice = response.IsWrite
                ? $"{damage} The status says that the call succeeded: look before sending it again."
                : damage,
            MayHaveHappened = response.IsWrite,
        };
}
