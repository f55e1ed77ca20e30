using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Gives each response an id of its own, as Pinterest does.</summary>
internal sealed class RequestIdMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["x-pinterest-rid"] = RandomNumberGenerator
            .GetInt32(int.MaxValue)
            .ToString(CultureInfo.InvariantCulture);
        return next(context);
    }
}
