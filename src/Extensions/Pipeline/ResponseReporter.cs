using System.Net;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>
/// Reports status and headers of every response, successful or not, to the log, the pacing and the user's callback.
/// </summary>
internal sealed class ResponseReporter(ILogger logger, UserPacing pacing, Action<PinterestResponse>? onResponse)
{
    public void Report(PinterestRequest request, BufferedResponse response)
    {
        // Reading the request id costs a look-up, which most calls do not need.
        if (logger.IsEnabled(LogLevel.Debug))
        {
            PinterestLog.Answered(
                logger,
                request.Operation.Id,
                (int)response.Status,
                request.Attempts,
                RequestId(request, response)
            );
        }

        pacing.Learn(request.Operation, response.Headers, response.Status is HttpStatusCode.TooManyRequests);
        onResponse?.Invoke(new PinterestResponse(request.Operation, response.Status, response.Headers));
    }

    // A server may send back what it was sent.
    private static string? RequestId(PinterestRequest request, BufferedResponse response) =>
        response.Headers.RequestId is { } id ? SecretText.OneLine(SecretText.Redact(id, request.Secrets)) : null;
}
