using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>Sends calls and reads replies. The generated clients know nothing else of HTTP.</summary>
internal sealed class PinterestConnection(HttpClient http, PinterestClientOptions options)
{
    private static readonly ProductInfoHeaderValue UserAgent = new("Pinterest.OpenApi", typeof(PinterestConnection).Assembly.GetName().Version?.ToString(3) ?? "0");
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    public PinterestClientOptions Options { get; } = options;

    /// <summary>Makes a connection that shares the HTTP client.</summary>
    public PinterestConnection With(PinterestClientOptions other) => new(http, other);

    /// <summary>Sends a call and reads its reply. Every 2xx is a success.</summary>
    public async Task<T> SendAsync<T>(PinterestRequest request, CancellationToken cancellationToken)
    {
        using var reply = await SendCoreAsync(request, cancellationToken).ConfigureAwait(false);
        return Read<T>(request.Operation, reply);
    }

    /// <summary>Sends a call whose reply has no content that matters.</summary>
    public async Task SendAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        using var reply = await SendCoreAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BufferedReply> SendCoreAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        using var message = request.ToHttpRequest(Options.BaseAddress);
        message.Headers.Accept.Add(Json);
        message.Headers.UserAgent.Add(UserAgent);
        if (Options.AccessToken is { } token) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var reply = await BufferedReply.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        try
        {
            Options.OnResponse?.Invoke(new PinterestResponse(request.Operation, response.StatusCode, reply.Headers));
            if (!response.IsSuccessStatusCode) throw PinterestApiException.FromReply(request.Operation, reply);
            return reply;
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    private static T Read<T>(Operation operation, BufferedReply reply)
    {
        try
        {
            // A 204 where a body was promised is still a success.
            if (reply.Length == 0) return Empty<T>();
            using var body = reply.OpenBody();
            return PinterestJson.Deserialize<T>(body) ?? Empty<T>();
        }
        catch (JsonException error)
        {
            throw PinterestApiException.FromUnreadable(operation, reply, error);
        }
    }

    private static T Empty<T>()
    {
        using var text = new StringReader(typeof(T) == typeof(string) ? "\"\"" : typeof(T).IsGenericType && typeof(T).GetGenericArguments().Length == 1 ? "[]" : "{}");
        return PinterestJson.Deserialize<T>(text)!;
    }
}
