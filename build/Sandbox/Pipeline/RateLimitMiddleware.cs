using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.RateLimits;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Counts the request against the limits of its caller and its category.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimitCounters limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        var category = context.Operation().Facts.RateCategory;
        limits.Count(context.Caller(), category, context.Response.Headers);
        return next(context);
    }
}
