using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Ends requests whose connection broke, and answers those that are no HTTP in Pinterest's form.</summary>
internal sealed class UnreadableRequestMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has closed the connection, so nobody reads an answer.
        }
        catch (BadHttpRequestException error)
        {
            var refusal = new SandboxError(error.StatusCode, 1, "The request cannot be read.");
            await SandboxReply.Error(refusal).ExecuteAsync(context).ConfigureAwait(false);
        }
    }
}
