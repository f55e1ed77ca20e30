using System.Net;
using System.Text;
using Newtonsoft.Json;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Makes the exceptions of this library, for tests. A fake of a group throws them, so that a test shows what the app
/// does when Pinterest refuses a call.
/// </summary>
public static class PinterestExceptionFactory
{
    /// <summary>
    /// Makes the exception that a client throws for an unsuccessful response of Pinterest. The status, the code and the
    /// message decide its class, as they do for a response. Example: 404 gives a
    /// <see cref="PinterestNotFoundException"/>.
    /// </summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="code">Pinterest's error code, or null for none.</param>
    /// <param name="message">Pinterest's message, or null for none.</param>
    /// <param name="operation">The operation that fails, for example <c>Operations.Pins.Get</c>; null for an invented
    /// one.</param>
    /// <param name="headers">
    /// The headers of the response, for example <c>Retry-After</c> or <c>x-pinterest-rid</c>; null for none.
    /// </param>
    /// <param name="timeProvider">
    /// The clock, from which the end of a rate limit is counted; null for the clock of the machine.
    /// </param>
    /// <returns>The exception.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is below 400 or above 599.</exception>
    public static PinterestApiException Create(
        HttpStatusCode status,
        int? code = null,
        string? message = null,
        Operation? operation = null,
        IReadOnlyDictionary<string, string>? headers = null,
        TimeProvider? timeProvider = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 400, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));
        using var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(Body(code, message), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        // The body is in memory, so nothing is waited for.
        using var buffered = BufferedResponse
            .ReadAsync(response, int.MaxValue, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        var error = new ErrorResponse(new PinterestRequest(operation ?? MadeUpOperation.Value), buffered);
        return ErrorClassifier.Classify(error, (timeProvider ?? TimeProvider.System).GetUtcNow());
    }

    /// <summary>Makes the exception of a connection that failed.</summary>
    /// <param name="operation">The operation that fails; null for an invented one.</param>
    /// <param name="inner">Why the connection failed; null for an invented reason.</param>
    /// <returns>The exception.</returns>
    public static PinterestConnectionException CreateConnection(Operation? operation = null, Exception? inner = null) =>
        PinterestConnectionException.Of(
            operation ?? MadeUpOperation.Value,
            inner ?? new HttpRequestException("The connection was refused.")
        );

    /// <summary>Makes the exception of a call that took too long.</summary>
    /// <param name="limit">The limit that was passed.</param>
    /// <param name="operation">The operation that fails; null for an invented one.</param>
    /// <returns>The exception.</returns>
    public static PinterestTimeoutException CreateTimeout(TimeSpan limit, Operation? operation = null) =>
        new(operation ?? MadeUpOperation.Value, limit, isTotal: true, inner: null);

    /// <summary>Makes the exception of a user who must sign in again.</summary>
    /// <param name="user">The key under which the user's token is stored.</param>
    /// <returns>The exception.</returns>
    /// <exception cref="ArgumentException">The user is null or empty.</exception>
    public static PinterestReauthorizationRequiredException CreateReauthorizationRequired(string user)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        return new PinterestReauthorizationRequiredException(user, "The refresh token was refused.");
    }

    /// <summary>Makes the exception of a report that could not be made or read.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="token">Pinterest's token of the report; null for none.</param>
    /// <returns>The exception.</returns>
    public static PinterestReportException CreateReport(ReportFailure failure, string? token = null) =>
        new(failure, $"report: {failure}. Made by a test.") { Token = token };

    /// <summary>Makes the exception of a video that could not be uploaded or processed.</summary>
    /// <param name="mediaId">The id of the registered video; null for none.</param>
    /// <param name="isStillProcessing">Whether Pinterest was still processing the file when the time ended.</param>
    /// <param name="status">The status of the upload host; null for another cause.</param>
    /// <returns>The exception.</returns>
    public static PinterestUploadException CreateUpload(
        string? mediaId = null,
        bool isStillProcessing = false,
        HttpStatusCode? status = null
    ) => new(mediaId, "The video failed. Made by a test.", status) { IsStillProcessing = isStillProcessing };

    /// <summary>Makes the exception of a name of a board or section that cannot be used.</summary>
    /// <param name="name">The name.</param>
    /// <param name="existingId">The id of the board that has another privacy; null when it is not visible.</param>
    /// <returns>The exception.</returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public static PinterestNameTakenException CreateNameTaken(string name, string? existingId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new PinterestNameTakenException($"'{name}' exists. Made by a test.", name, existingId, inner: null);
    }

    private static string Body(int? code, string? message)
    {
        using var text = new StringWriter();
        using (var writer = new JsonTextWriter(text))
        {
            writer.WriteStartObject();
            if (code is { } number)
            {
                writer.WritePropertyName("code");
                writer.WriteValue(number);
            }

            if (message is not null)
            {
                writer.WritePropertyName("message");
                writer.WriteValue(message);
            }

            writer.WriteEndObject();
        }

        return text.ToString();
    }
}
