using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A real Kestrel on a free port of loopback.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application) => _application = application;

    public Uri Address =>
        new(
            _application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new LoopbackServer(application);
    }

    /// <summary>A client of this server that sends each call once.</summary>
    public PinterestClient Client(Func<PinterestClientOptions, PinterestClientOptions>? change = null)
    {
        var options = new PinterestClientOptions
        {
            BaseAddress = new Uri(Address, "/v5"),
            AccessToken = "pina_test",
            AccessTier = AccessTier.Unlimited,
            Retry = new PinterestRetryOptions { MaxRetries = 0 },
        };
        return new PinterestClient(change is null ? options : change(options));
    }

    public async ValueTask DisposeAsync()
    {
        // A real server: connections that a test left open are cut after this time.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
    }
}
