using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.AspNetCore;
using Pinterest.OpenApi.Mcp.Pages;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Serves many agents over Streamable HTTP, on loopback only; each has a key of its own.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private const int LargestBody = 16 * 1024 * 1024;
    private const int LargestHeaders = 16 * 1024;
    private const int MostConnections = 1000;
    private const int MostLargeBodies = 2;
    private const int LeastBytesPerSecond = 32 * 1024;

    // A connection that says nothing is closed, so that idle ones keep nobody out for long.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstBytes = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    private readonly WebApplication _application;

    private HttpHost(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>Gets the address of the endpoint.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="parts">What is served.</param>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <param name="logs">The log of the server.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<HttpHost> StartAsync(
        ServerParts parts,
        int port,
        ILoggerFactory logs,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logs);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, port));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTime);
        AddMcp(builder.Services, parts);
        HttpAccess.Add(builder.Services, parts.Keys);
        IssuerSignIn.Add(builder.Services, parts, logs);
        var application = builder.Build();
        var logger = logs.CreateLogger(PinterestMcp.Name);
        var page = parts.Page is { } shown ? new AgentPage(shown, logger) : null;
        page?.Use(application);
        HttpAccess.Use(application, logger);
        IssuerSignIn.Use(application);
        new LargeBodies(MostLargeBodies, TimeProvider.System).Use(application);
        page?.Map(application);
        application.MapMcp("/mcp").RequireAuthorization();
        application.MapGet("/health", (RequestDelegate)(static context => context.Response.WriteAsync("ok\n")));
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException error)
        {
            await application.DisposeAsync();
            throw new IOException(
                $"Port {port} is taken or not allowed. Pass another --port, or none for any that is free.",
                error
            );
        }

        var bound = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new HttpHost(application, new Uri(new Uri(bound.Addresses.First()), "/mcp"));
    }

    /// <summary>Waits until the server is stopped.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void Limit(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.KeepAliveTimeout = LongestSilence;
        kestrel.Limits.RequestHeadersTimeout = LongestHeaders;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, FirstBytes);
        kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private static void AddMcp(IServiceCollection services, ServerParts parts)
    {
        var changes = parts.Server.GrantsFile is { } file ? new GrantSubscriptions(file, TimeProvider.System) : null;
        services
            .AddMcpServer()
            .WithHttpTransport(transport =>
            {
                // No sessions: several processes may serve one store, and a restart disturbs no client, old or new.
                transport.SessionMode = HttpServerSessionMode.Stateless;
                transport.ConfigureSessionOptions = (context, options, _) =>
                {
                    var session = $"http-{context.Connection.Id}";
                    parts.Server.Configure(options, request => AgentPrincipal.Identify(request.User, session));
                    changes?.AddTo(options, context.Request);
                    return Task.CompletedTask;
                };
            });
    }
}
