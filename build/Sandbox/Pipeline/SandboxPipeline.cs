using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pinterest.OpenApi.Sandbox.Admin;
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
        app.MapWhen(IsAt(AuthorizePage.Path), page => page.RunAuthorizePage());
        if (options.EnableAdmin)
        {
            app.MapWhen(context => AdminEndpoint.Owns(Path(context)), admin => admin.RunAdmin());
        }

        app.UseMiddleware<KnownOperationMiddleware>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<AuthenticationMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
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

    private static void RunAuthorizePage(this IApplicationBuilder app)
    {
        var page = app.ApplicationServices.GetRequiredService<AuthorizePage>();
        app.Run(context =>
        {
            // The page holds what its form must send back, so a page of another name must not read it.
            AdminGuard.CheckHost(context.Request);
            var reply = page.Answer(context.Request, context.ReceivedBody(), context.Response.Headers);
            return reply.ExecuteAsync(context);
        });
    }

    private static void RunAdmin(this IApplicationBuilder app)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<AdminEndpoint>();
        app.Run(context =>
        {
            AdminGuard.Check(context.Request);
            var reply = endpoint.Answer(context.Request.Method, Path(context), context.ReceivedBody());
            return reply.ExecuteAsync(context);
        });
    }

    // PathString compares in any case; the sandbox's paths have one spelling.
    private static Func<HttpContext, bool> IsAt(string path) => context => Path(context) == path;

    private static string Path(HttpContext context) => context.Request.Path.Value ?? "";
}
