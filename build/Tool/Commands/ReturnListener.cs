using System.Net;
using System.Web;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Waits on loopback for the browser that returns from the sign-in page.</summary>
internal sealed class ReturnListener : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TimeProvider _time;

    /// <summary>Starts to listen.</summary>
    /// <param name="port">The port on loopback.</param>
    /// <param name="time">Measures how long it waits.</param>
    /// <exception cref="SpecEnvironmentException">The port is taken.</exception>
    public ReturnListener(int port, TimeProvider time)
    {
        _time = time;
        Address = new Uri($"http://localhost:{port}/");
        _listener.Prefixes.Add(Address.ToString());
        try
        {
            _listener.Start();
        }
        catch (HttpListenerException error)
        {
            _listener.Close();
            throw new SpecEnvironmentException(
                $"{Address} cannot be listened to: {error.Message}. "
                    + "Pass another --port, which the app's settings must list too.",
                error
            );
        }
    }

    /// <summary>Gets the address to which the user returns.</summary>
    public Uri Address { get; }

    /// <summary>Waits for the code, or gives null when the user did not allow the app.</summary>
    /// <param name="state">The state that the return must repeat.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpecEnvironmentException">The time is up.</exception>
    public async Task<string?> CodeAsync(string state, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await CodeAsync(state, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SpecEnvironmentException(
                $"Nobody returned to {Address} within {limit.TotalSeconds:0} seconds. "
                    + "Check that the app's settings list this address, and try again."
            );
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    // A return with another state belongs to another sign-in, and a browser asks for an icon too: both are answered
    // and ignored.
    private async Task<string?> CodeAsync(string state, CancellationToken cancellationToken)
    {
        while (true)
        {
            var context = await _listener.GetContextAsync().WaitAsync(cancellationToken);
            var answer = HttpUtility.ParseQueryString(context.Request.Url?.Query ?? "");
            var isOurs = answer["state"] == state && (answer["code"] ?? answer["error"]) is { Length: > 0 };
            Answer(context.Response, isOurs);
            if (isOurs)
            {
                return answer["code"];
            }
        }
    }

    private static void Answer(HttpListenerResponse response, bool isOurs)
    {
        var text = isOurs
            ? "You can close this page."u8.ToArray()
            : "This is not the return of the sign-in that was begun."u8.ToArray();
        response.StatusCode = isOurs ? 200 : 400;
        response.ContentType = "text/plain; charset=utf-8";
        response.Close(text, willBlock: false);
    }
}
