using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>Servers on loopback that answer a list of boards, and say what the limits are.</summary>
internal static class LimitedServer
{
    /// <summary>The token of a user whose calls are not counted.</summary>
    public const string UncountedToken = "pina_warm";

    private const string Page = """{"items":[],"bookmark":null}""";
    private const int TooManyRequests = 429;

    /// <summary>Starts a server that refuses what is more than its windows allow.</summary>
    /// <param name="allowance">The windows.</param>
    /// <param name="limits">What it says of the limits, as Pinterest does; null for nothing.</param>
    public static Task<LocalServer> StartAsync(Allowance allowance, string? limits) =>
        LocalServer.StartAsync(context =>
        {
            var isCounted = context.Request.Headers.Authorization != $"Bearer {UncountedToken}";
            context.Response.StatusCode = isCounted && !allowance.TryTake() ? TooManyRequests : StatusCodes.Status200OK;
            return AnswerAsync(context, limits);
        });

    /// <summary>Starts a server that refuses nothing, and says that it allows 1,000 calls a second.</summary>
    public static Task<LocalServer> StartAmpleAsync() =>
        LocalServer.StartAsync(context => AnswerAsync(context, Limits(perSecond: 1000)));

    /// <summary>Says as Pinterest does how many calls a second it allows, and more a minute than anybody
    /// makes.</summary>
    public static string Limits(int perSecond) =>
        $"{perSecond}, {perSecond};w=1;name=\"safety_net_app_id_user_id\", "
        + "100000;w=60;name=\"org_read_app_id_user_id\"";

    private static Task AnswerAsync(HttpContext context, string? limits)
    {
        context.Response.ContentType = "application/json";
        if (limits is not null)
        {
            context.Response.Headers["x-ratelimit-limit"] = limits;
            context.Response.Headers["x-ratelimit-remaining"] = "500";
            context.Response.Headers["x-ratelimit-reset"] = "1";
        }

        return context.Response.WriteAsync(Page);
    }
}
