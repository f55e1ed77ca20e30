using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Refuses requests with too many or too long headers. The server itself accepts more, so that the refusal has
/// Pinterest's form.
/// </summary>
internal sealed class HeaderLimitMiddleware(RequestDelegate next)
{
    /// <summary>The number of headers that is accepted.</summary>
    public const int MostHeaders = 100;

    /// <summary>The length of all headers, names and values, that is accepted.</summary>
    public const int LongestHeaders = 32 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.Count > MostHeaders || headers.Sum(Length) > LongestHeaders)
        {
            throw new SandboxError(
                StatusCodes.Status431RequestHeaderFieldsTooLarge,
                1,
                $"There are too many headers, or they are too long: at most {MostHeaders} headers of "
                    + $"{LongestHeaders} bytes are accepted."
            );
        }

        return next(context);
    }

    private static int Length(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> header) =>
        header.Key.Length + header.Value.Sum(value => value?.Length ?? 0);
}
