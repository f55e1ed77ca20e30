using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;

namespace Pinterest.OpenApi;

/// <summary>How this library sets up HTTP where it is not given a client.</summary>
internal static class PinterestHttp
{
    // Long enough to reuse connections, short enough to follow a change of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Redirects are off: following one would send the call and its data to an address that nobody configured.
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
        };

    // The twin of each client of our own. A file whose label says that it is compressed, and which is not, can be read
    // only by a handler that does not believe the label.
    private static readonly ConditionalWeakTable<HttpClient, Lazy<HttpClient>> Plain = new();

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place.")]
    public static HttpClient CreateClient()
    {
        var client = WithoutTimeout(new HttpClient(CreateHandler()));
        Plain.Add(client, new Lazy<HttpClient>(CreatePlainClient));
        return client;
    }

    /// <summary>Gives a client that does not decompress, when this is one of our own; otherwise the same.</summary>
    public static HttpClient WithoutDecompression(HttpClient client) =>
        Plain.TryGetValue(client, out var plain) ? plain.Value : client;

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place.")]
    private static HttpClient CreatePlainClient()
    {
        var handler = CreateHandler();
        handler.AutomaticDecompression = DecompressionMethods.None;
        return WithoutTimeout(new HttpClient(handler));
    }

    /// <summary>Sends a request, and returns when the headers of the response are there.</summary>
    /// <exception cref="HttpRequestException">The connection failed, or a handler of the HttpClient could not handle
    /// the response. Example: a resilience handler cannot wait until the year 9999, which a <c>Retry-After</c>
    /// names.</exception>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient http,
        HttpRequestMessage message,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw new HttpRequestException(
                $"a handler of the HttpClient failed with {error.GetType().Name}; a value of the response, "
                    + "such as Retry-After, may be out of range",
                error
            );
        }
    }

    // HttpClient's own time-out of 100 seconds is off, because it cannot say which of our limits was exceeded.
    public static HttpClient WithoutTimeout(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
