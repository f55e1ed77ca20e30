using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Answers paths that are not in the description with 404, and methods that a path does not have with 405.
/// </summary>
internal sealed class KnownOperationMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var match = context.Match();
        if (match?.Operation is not null)
        {
            return next(context);
        }

        if (match is null || match.AllowedMethods.Count == 0)
        {
            throw SandboxError.NoPath();
        }

        var methods = string.Join(", ", match.AllowedMethods);
        context.Response.Headers.Allow = methods;
        throw new SandboxError(StatusCodes.Status405MethodNotAllowed, 0, $"The path accepts {methods}.");
    }
}
