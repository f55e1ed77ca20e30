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
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith(ServedDescription.BasePath + "/", StringComparison.Ordinal))
        {
            var steps = path[ServedDescription.BasePath.Length..];
            context.SetMatch(description.Routes.Find(context.Request.Method, steps));
        }

        return next(context);
    }
}
