using System.Net;

namespace Pinterest.OpenApi;

/// <summary>
/// Sends one HTTP request, reads the whole response and makes the model of it. An unsuccessful response becomes an
/// exception.
/// </summary>
/// <remarks>The HTTP client is obtained for each request, because a factory may recycle its handlers.</remarks>
internal sealed class TransportStage : CallStage
{
    private const int SmallestStatus = 100;

    private static readonly string UserAgent =
        $"Pinterest.OpenApi/{typeof(TransportStage).Assembly.GetName().Version?.ToString(3) ?? "0"}";

    /// <summary>Gets what gives the HTTP client.</summary>
    public required Func<HttpClient> Http { get; init; }

    /// <summary>Gets the address that paths are appended to.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Gets what is told of each response.</summary>
    public required ResponseReporter Reporter { get; init; }

    /// <summary>Gets how many bytes a body may have after its decompression.</summary>
    public required int MaxResponseBytes { get; init; }

    /// <summary>Gets the clock.</summary>
    public required TimeProvider Time { get; init; }

    public override async Task<BufferedResponse> SendAsync(
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        using var message = request.ToHttpRequest(BaseAddress);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (!message.Headers.NonValidated.Contains("User-Agent"))
        {
            message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        }

        message.Headers.Authorization = request.Authorization;
        var body = GuardBody(request, message);
        using var response = await SendAsync(request, message, body, cancellationToken).ConfigureAwait(false);
        if (message.Method == HttpMethod.Get && request.Operation.Method != HttpMethod.Get)
        {
            // HttpClient makes a GET of a POST that was answered by 301, 302 or 303.
            throw PinterestSentOnceException.OfRedirect(request.Operation.Id, message.RequestUri?.Host);
        }

        var buffered = await ReadAsync(request, response, cancellationToken).ConfigureAwait(false);
        try
        {
            Reporter.Report(request, buffered);
            Judge(request, buffered);
            var budget = new JsonBudget(MaxResponseBytes, cancellationToken);
            buffered.Value = request.Reader?.Invoke(request, buffered, budget);
            return buffered;
        }
        catch
        {
            buffered.Dispose();
            throw;
        }
    }

    // A POST that creates without a body gets an empty one, because only a body can refuse to be sent again.
    private static SendOnceContent? GuardBody(PinterestRequest request, HttpRequestMessage message)
    {
        var content = message.Content ?? (request.IsRepeatable ? null : new ByteArrayContent([]));
        if (content is null)
        {
            return null;
        }

        var body = new SendOnceContent(content, message, request.Operation.Id, request.IsRepeatable);
        message.Content = body;
        return body;
    }

    private async Task<HttpResponseMessage> SendAsync(
        PinterestRequest request,
        HttpRequestMessage message,
        SendOnceContent? body,
        CancellationToken cancellationToken
    )
    {
        var http = Http();
        var address = message.RequestUri;
        try
        {
            var response = await PinterestHttp.SendAsync(http, message, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode >= SmallestStatus)
            {
                return response;
            }

            response.Dispose();
            throw new HttpRequestException(
                $"the server returned {(int)response.StatusCode}, which is not an HTTP status"
            );
        }
        catch (TaskCanceledException error)
            when (error.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            throw PinterestTimeoutException.OfHttpClient(request.Operation, http.Timeout, error);
        }
        catch (HttpRequestException error)
            when (body is { WasWritten: true }
                || message.RequestUri != address
                || message.Method != request.Operation.Method
            )
        {
            // A redirect was followed, or a handler sent again: what failed now was not the first sending.
            throw PinterestConnectionException.Of(request.Operation, error, wasSentBefore: true);
        }
    }

    private async Task<BufferedResponse> ReadAsync(
        PinterestRequest request,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await BufferedResponse
                .ReadAsync(response, MaxResponseBytes, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw PinterestConnectionException.WithinBody(request.Operation, error, response.StatusCode);
        }
    }

    private void Judge(PinterestRequest request, BufferedResponse response)
    {
        if (IsDoneByEarlierAttempt(request, response))
        {
            response.IsDone = true;
            return;
        }

        if (!response.IsSuccess)
        {
            throw ErrorClassifier.Classify(new ErrorResponse(request, response), Time.GetUtcNow());
        }

        // Where no body is expected, a damaged one does not matter.
        if (response.Damage is { } damage && request.Reader is not null)
        {
            throw PinterestApiException.Damaged(new ErrorResponse(request, response), damage, response.DamageCause);
        }
    }

    // The attempt before has deleted it, although its response was lost. A 404 or 410 of the first attempt is an error.
    private static bool IsDoneByEarlierAttempt(PinterestRequest request, BufferedResponse response) =>
        request.HadUncertainAttempt
        && request.Operation.Method == HttpMethod.Delete
        && response.Status is (HttpStatusCode.NotFound or HttpStatusCode.Gone);
}
