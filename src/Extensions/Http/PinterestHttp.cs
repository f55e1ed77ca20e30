using System.Diagnostics.CodeAnalysis;
using System.Net;

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

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place.")]
    public static HttpClient CreateClient() => WithoutTimeout(new HttpClient(CreateHandler()));

    // HttpClient's own time-out of 100 seconds is off, because it cannot say which of our limits was exceeded.
    public static HttpClient WithoutTimeout(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
