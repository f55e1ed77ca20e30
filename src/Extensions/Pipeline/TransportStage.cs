namespace Pinterest.OpenApi;

/// <summary>
/// Sends one HTTP request and reads the whole response. An unsuccessful response becomes an exception.
/// </summary>
/// <remarks>The HTTP client is asked for anew each time, because a factory may recycle its handlers.</remarks>
internal sealed class TransportStage(
    Func<HttpClient> http,
    Uri baseAddress,
    ResponseReporter reporter,
    TimeProvider time
) : CallStage
{
    private static readonly string UserAgent =
        $"Pinterest.OpenApi/{typeof(TransportStage).Assembly.GetName().Version?.ToString(3) ?? "0"}";

    public override async Task<BufferedResponse> SendAsync(
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        using var message = request.ToHttpRequest(baseAddress);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        message.Headers.Authorization = request.Authorization;

        using var response = await http()
            .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        var buffered = await BufferedResponse.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        try
        {
            reporter.Report(request, buffered);
            if (!buffered.IsSuccess)
            {
                throw ErrorClassifier.Classify(new ErrorResponse(request.Operation, buffered), time.GetUtcNow());
            }

            return buffered;
        }
        catch
        {
            buffered.Dispose();
            throw;
        }
    }
}
