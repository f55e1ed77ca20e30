using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Sandbox.Pipeline;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Hosting;

/// <summary>Builds the server of a sandbox: its address, its limits and its services.</summary>
internal static class SandboxHost
{
    // How many times more headers the server takes than the pipeline.
    private const int ServerLimitFactor = 32;

    public static WebApplication Build(SandboxOptions options, ServedDescription description)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSandbox(options, description);
        builder
            .WebHost.UseUrls(
                string.Create(CultureInfo.InvariantCulture, $"http://{OwnHost.InUrl(options.Host)}:{options.Port}")
            )
            .ConfigureKestrel(Limit);
        return builder.Build();
    }

    // The pipeline limits bodies and headers, so that a refusal has Pinterest's form.
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxRequestHeaderCount = HeaderLimitMiddleware.MostHeaders * ServerLimitFactor;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderLimitMiddleware.LongestHeaders * ServerLimitFactor;
    }
}
