using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Turns an exception of a later stage into a response in Pinterest's form: a refusal into its status, any other
/// into a 500.
/// </summary>
internal sealed class ErrorMiddleware(RequestDelegate next, SandboxOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (SandboxError error)
        {
            await SandboxReply.Error(error).ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (Exception error) when (!IsOfTheConnection(error) && !context.Response.HasStarted)
        {
            // A sandbox that checks its replies tells the caller; otherwise no text of an exception leaves the server.
            var message = options.CheckResponses ? error.Message : "Something went wrong.";
            var failure = new SandboxError(StatusCodes.Status500InternalServerError, 0, message);
            await SandboxReply.Error(failure).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private static bool IsOfTheConnection(Exception error) => error is OperationCanceledException or IOException;
}
