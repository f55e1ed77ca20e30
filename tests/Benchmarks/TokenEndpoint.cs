using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>What the servers of tokens have in common: they refresh, and take calls.</summary>
internal static class TokenEndpoint
{
    /// <summary>What a refresh token that has ended is answered.</summary>
    public static readonly (int Status, string Body) Ended = (
        400,
        """{"code":283,"message":"The refresh token has ended."}"""
    );

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refresh">Answers a refresh, of the form that was sent.</param>
    /// <param name="call">Answers a call, of its Authorization header.</param>
    public static async Task AnswerAsync(
        HttpContext context,
        Func<IFormCollection, (int Status, string Body)> refresh,
        Func<string, (int Status, string Body)> call
    )
    {
        context.Response.ContentType = "application/json";
        var (status, body) = context.Request.Path.Value!.EndsWith("/oauth/token", StringComparison.Ordinal)
            ? refresh(await context.Request.ReadFormAsync())
            : call(context.Request.Headers.Authorization.ToString());
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }
}
