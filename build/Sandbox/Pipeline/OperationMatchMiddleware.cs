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
        if (description.Routes.Find(context.Request.Method, context.Request.Path.Value ?? "") is { } match)
        {
            context.SetMatch(match);
        }

        return next(context);
    }
}
