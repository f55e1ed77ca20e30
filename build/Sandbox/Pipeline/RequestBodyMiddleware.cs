using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Reads the body into memory, for the log and for the endpoint.</summary>
internal sealed class RequestBodyMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        context.SetReceivedBody(body);
        await next(context).ConfigureAwait(false);
    }
}
