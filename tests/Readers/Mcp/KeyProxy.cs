using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pinterest.OpenApi.Readers.Mcp;

/// <summary>
/// Adds the key of an agent to each request, for programs that can send no header of their own. What they say of host and
/// origin is passed on: a foreign one stays foreign.
/// </summary>
internal sealed class KeyProxy : IAsyncDisposable
{
    private static readonly string[] NotPassedOn =
    [
        "Connection",
        "Content-Length",
        "Content-Type",
        "Host",
        "Keep-Alive",
        "Transfer-Encoding",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
    private readonly WebApplication _application;
    private readonly Uri _server;
    private readonly string _key;

    private KeyProxy(WebApplication application, string server, string key)
    {
        _application = application;
        _server = new Uri(server);
        _key = key;
        application.Run(ForwardAsync);
    }

    /// <summary>Gets the address of the endpoint.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<KeyProxy> StartAsync(string server, string key)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var proxy = new KeyProxy(builder.Build(), server, key);
        await proxy._application.StartAsync();
        var bound = proxy._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        proxy.Address = new Uri(new Uri(bound.Addresses.First()), proxy._server.AbsolutePath);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var response = await SendAsync(context.Request, body.ToArray(), context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(IsPassedOn))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(context.RequestAborted);
            await context.Response.StartAsync(context.RequestAborted);
            await stream.CopyToAsync(new Flushing(context.Response), context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The program has closed its stream.
        }
    }

    // The server limits how often an agent calls; the suite does not wait by itself.
    private async Task<HttpResponseMessage> SendAsync(
        HttpRequest sent,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            using var request = Copy(sent, body);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            var wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            response.Dispose();
            await Task.Delay(wait, TimeProvider.System, cancellationToken);
        }
    }

    private HttpRequestMessage Copy(HttpRequest sent, byte[] body)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(sent.Method),
            new Uri(_server, sent.Path + sent.QueryString)
        );
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sent.ContentType);
        }

        foreach (var (name, values) in sent.Headers)
        {
            if (!NotPassedOn.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                request.Headers.TryAddWithoutValidation(name, values.Select(value => ToServer(value ?? "")));
            }
        }

        request.Headers.Host = ToServer(sent.Host.Value ?? "");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        return request;
    }

    private string ToServer(string text) =>
        text.EndsWith($":{Address.Port}", StringComparison.Ordinal)
            ? text.Replace($":{Address.Port}", $":{_server.Port}", StringComparison.Ordinal)
            : text;

    private static bool IsPassedOn(KeyValuePair<string, IEnumerable<string>> header) =>
        !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Hands on each event of a stream as it comes.</summary>
    private sealed class Flushing(HttpResponse response) : MemoryStream
    {
        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await response.Body.WriteAsync(buffer, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }
}
