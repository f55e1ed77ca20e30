using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Pages;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Who may come in over HTTP, and how often.</summary>
internal static class HttpAccess
{
    private const int AgentBurst = 120;
    private const int AgentPerSecond = 10;
    private const int TryBurst = 20;
    private const int TriesPerSecond = 2;

    /// <summary>Adds the keys and the limits.</summary>
    public static void Add(IServiceCollection services, AgentKeys keys)
    {
        services.AddSingleton(keys);
        services.AddTransient<AgentKeyHandler>();

        // The core only: all of ASP.NET Core's authentication would write keys of its own into the user's folder.
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = AgentKeyHandler.Scheme;
            options.AddScheme<AgentKeyHandler>(AgentKeyHandler.Scheme, null);
        });
        services.AddAuthorization();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TellWhenAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        });
    }

    /// <summary>Puts the checks into their order: place, key, rate, right.</summary>
    public static void Use(WebApplication application, ILogger logger)
    {
        application.Use(
            async (context, next) =>
            {
                if (Foreign(context.Request) is { } header)
                {
                    logger.RefusedForeign(header);
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    await context.Response.WriteAsync($"The {header} header names another place. Use 127.0.0.1.\n");
                    return;
                }

                await next(context);
            }
        );
        application.UseAuthentication();
        application.UseRateLimiter();
        application.UseAuthorization();
    }

    // A page of the web that a browser of this machine shows has another Origin; one that points its own name at
    // 127.0.0.1 (DNS rebinding) has another Host.
    private static string? Foreign(HttpRequest request)
    {
        var port = request.HttpContext.Connection.LocalPort;
        if (request.Host.Port is not { } named || named != port || !IsHere(request.Host.Host))
        {
            return "Host";
        }

        var origins = request.Headers.Origin;
        return origins.Count == 0 || (origins is [{ } origin] && IsHere(origin, port)) ? null : "Origin";
    }

    private static bool IsHere(string origin, int port) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttp
        && address.Port == port
        && IsHere(address.Host);

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    // Strangers who show no key have no limit: to refuse them costs as much as to answer them, and a limit that they share
    // would let one of them keep the person and new agents out.
    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        if (PageLimit.Of(context) is { } page)
        {
            return Bucket($"page {page.Name}", page.Burst, 1, page.Again);
        }

        var second = TimeSpan.FromSeconds(1);
        if (AgentPrincipal.NameOf(context.User) is { } agent)
        {
            return Bucket($"agent {agent}", AgentBurst, AgentPerSecond, second);
        }

        return context.Request.Headers.Authorization.Count > 0
            ? Bucket("tries", TryBurst, TriesPerSecond, second)
            : RateLimitPartition.GetNoLimiter("strangers");
    }

    private static RateLimitPartition<string> Bucket(string name, int burst, int more, TimeSpan period) =>
        RateLimitPartition.GetTokenBucketLimiter(
            name,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = more,
                ReplenishmentPeriod = period,
                QueueLimit = 0,
                AutoReplenishment = true,
            }
        );

    private static ValueTask TellWhenAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
            ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            : 1;
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
