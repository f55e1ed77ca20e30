using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Finds the operation of a request. It runs before the log, so that the log names the operation of a refused request too.
/// </summary>
internal sealed class OperationMatchMiddleware(RequestDelegate next, ServedDescription description)
{
    public Task InvokeAsync(HttpContext context)
    {
        var match = description.Routes.Find(context.Request.Method, context.Request.Path.Value ?? "");

        // Below / every path is one of the API, also those of the sandbox itself: only a known one is a match.
        if (match is not null && (match.IsKnown || description.BasePath.Length > 0))
        {
            context.SetMatch(match);
        }

        return next(context);
    }
}
