using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pinterest.OpenApi.Sandbox.Admin;
using Pinterest.OpenApi.Sandbox.Jobs;
using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.OAuth;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>The order in which a request is treated.</summary>
internal static class SandboxPipeline
{
    public static void UseSandbox(this WebApplication app, SandboxOptions options)
    {
        app.UseMiddleware<RequestIdMiddleware>();
        app.UseMiddleware<UnreadableRequestMiddleware>();
        app.UseMiddleware<OperationMatchMiddleware>();
        if (options.EnableAdmin)
        {
            app.UseMiddleware<RequestLogMiddleware>();
        }

        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<HeaderLimitMiddleware>();

        // A file is thrown away while it is read, and is never in memory.
        app.MapWhen(IsAt(MediaUploads.Path), uploads => uploads.RunUploads());
        app.UseMiddleware<RequestBodyMiddleware>();
        app.MapWhen(context => Path(context).StartsWith(JobFiles.Path, StringComparison.Ordinal), RunFiles);
        app.MapWhen(
            context => HomeEndpoint.Owns(Path(context)) && !IsDescribed(context),
            home => home.RunHome(options)
        );
        app.MapWhen(IsAt(AuthorizePage.Path), page => page.RunAuthorizePage(options));
        if (options.EnableAdmin)
        {
            app.MapWhen(context => AdminEndpoint.Owns(Path(context)), admin => admin.RunAdmin(options));
        }

        app.UseMiddleware<KnownOperationMiddleware>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<AuthenticationMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
        if (options.AccessTier is SandboxAccessTier.Trial)
        {
            app.UseMiddleware<TrialAccessMiddleware>();
        }

        app.Run(app.Services.GetRequiredService<OperationEndpoint>().InvokeAsync);
    }

    private static void RunUploads(this IApplicationBuilder app)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<UploadEndpoint>();
        app.Run(async context =>
        {
            var reply = await endpoint.AnswerAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            await reply.ExecuteAsync(context).ConfigureAwait(false);
        });
    }

    private static void RunFiles(IApplicationBuilder app)
    {
        var files = app.ApplicationServices.GetRequiredService<JobFiles>();
        app.Run(context => files.Answer(context.Request).ExecuteAsync(context));
    }

    private static void RunHome(this IApplicationBuilder app, SandboxOptions options)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<HomeEndpoint>();
        app.Run(context =>
        {
            // The page shows what was requested, so a page of another name must not read it.
            AdminGuard.CheckHost(context.Request, options.Host);
            return endpoint.Answer(context.Request, context.Response.Headers).ExecuteAsync(context);
        });
    }

    private static void RunAuthorizePage(this IApplicationBuilder app, SandboxOptions options)
    {
        var page = app.ApplicationServices.GetRequiredService<AuthorizePage>();
        app.Run(context =>
        {
            // The page holds what its form must send back, so a page of another name must not read it.
            AdminGuard.CheckHost(context.Request, options.Host);
            var reply = page.Answer(context.Request, context.ReceivedBody(), context.Response.Headers);
            return reply.ExecuteAsync(context);
        });
    }

    private static void RunAdmin(this IApplicationBuilder app, SandboxOptions options)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<AdminEndpoint>();
        app.Run(context =>
        {
            AdminGuard.Check(context.Request, options.Host);
            var reply = endpoint.Answer(context.Request.Method, Path(context), context.ReceivedBody());
            return reply.ExecuteAsync(context);
        });
    }

    // Example: a description without a base path may have an operation /health.
    private static bool IsDescribed(HttpContext context) =>
        context.Match() is { Operation: not null, PathValues.Count: 0 };

    // PathString compares in any case; the sandbox's paths have one spelling.
    private static Func<HttpContext, bool> IsAt(string path) => context => Path(context) == path;

    private static string Path(HttpContext context) => context.Request.Path.Value ?? "";
}
