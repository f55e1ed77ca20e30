using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>
/// Waits on loopback for the browser that returns from the sign-in page, and shows it how the sign-in ended.
/// </summary>
internal sealed class ReturnListener : IAsyncDisposable
{
    // How long the last page may take to reach the browser.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    private readonly WebApplication _server;
    private readonly TimeProvider _time;
    private readonly string _state;
    private readonly TaskCompletionSource<string?> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ReturnListener(WebApplication server, Uri address, string state, TimeProvider time)
    {
        _server = server;
        _state = state;
        _time = time;
        Address = address;
        server.Run(AnswerAsync);
    }

    /// <summary>Gets the address to which the user returns.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="address">The address on loopback. For localhost both 127.0.0.1 and [::1] are listened to, because a
    /// browser may take either.</param>
    /// <param name="state">The state that the return must repeat.</param>
    /// <param name="time">Measures how long it waits.</param>
    /// <exception cref="SpecEnvironmentException">The port is taken.</exception>
    public static async Task<ReturnListener> StartAsync(Uri address, string state, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, address));
        var server = builder.Build();
        var listener = new ReturnListener(server, address, state, time);
        try
        {
            await server.StartAsync();
            return listener;
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new SpecEnvironmentException(
                $"{address} cannot be listened to: {error.Message.TrimEnd('.')}. "
                    + "Pass another --port, which the app's settings must list too.",
                error
            );
        }
    }

    /// <summary>Waits for the code, or gives null when the user did not allow the app.</summary>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpecEnvironmentException">The time is up.</exception>
    public async Task<string?> CodeAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await _code.Task.WaitAsync(limit, _time, cancellationToken);
        }
        catch (TimeoutException error)
        {
            throw new SpecEnvironmentException(
                $"Nobody returned to {Address} within {limit.TotalSeconds:0} seconds. "
                    + "Check that the app's settings list this address, and try again.",
                error
            );
        }
    }

    /// <summary>Tells the browser, which waits for it, how the sign-in ended.</summary>
    public void Finish(string outcome) => _outcome.TrySetResult(outcome);

    public async ValueTask DisposeAsync()
    {
        Finish("The sign-in ended. Nothing was stored; the terminal says why.");
        using var limit = new CancellationTokenSource(StopTime, TimeProvider.System);
        await _server.StopAsync(limit.Token);
        await _server.DisposeAsync();
    }

    private static void Listen(KestrelServerOptions kestrel, Uri address)
    {
        kestrel.AddServerHeader = false;
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var one))
        {
            kestrel.Listen(one, address.Port);
        }
        else
        {
            kestrel.ListenLocalhost(address.Port);
        }
    }

    // A return with another state belongs to another sign-in, and a browser asks for an icon too: both are answered
    // and ignored.
    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var code = query["code"].ToString();
        var isOurs = query["state"] == _state && (code.Length > 0 || query["error"].ToString().Length > 0);
        var text = "This is not the return of the sign-in that was begun.";
        if (isOurs)
        {
            _code.TrySetResult(code.Length > 0 ? code : null);
            text = await _outcome.Task.WaitAsync(context.RequestAborted);
        }

        context.Response.StatusCode = isOurs ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
