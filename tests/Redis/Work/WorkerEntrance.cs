using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.RedisTests.Work;

/// <summary>The way of one worker to the sandbox. It tells who asks, as all workers have the same token.</summary>
internal sealed class WorkerEntrance : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _http = new();
    private readonly Uri _sandbox;
    private readonly Action<string> _onPath;

    private WorkerEntrance(Uri sandbox, Action<string> onPath)
    {
        _sandbox = sandbox;
        _onPath = onPath;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(ForwardAsync);
    }

    /// <summary>Gets the base address for the worker.</summary>
    public Uri BaseAddress
    {
        get
        {
            var addresses = _application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!;
            return new Uri(new Uri(addresses.Addresses.First()), _sandbox.AbsolutePath);
        }
    }

    public static async Task<WorkerEntrance> OpenAsync(Uri sandbox, Action<string> onPath)
    {
        var entrance = new WorkerEntrance(sandbox, onPath);
        await entrance._application.StartAsync();
        return entrance;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        _onPath(context.Request.Path);
        var address = new Uri(_sandbox, $"{context.Request.Path}{context.Request.QueryString}");
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization!);
        using var response = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
