using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Pinterest.OpenApi;

/// <summary>How this library sets up HTTP where it is not given a client.</summary>
internal static class PinterestHttp
{
    // Long enough to reuse connections, short enough to follow a change of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // A redirect would carry a call, and what it says, to an address that nobody configured.
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
        };

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place.")]
    public static HttpClient CreateClient() => WithoutTimeout(new HttpClient(CreateHandler()));

    // The time-outs of the options tell which limit was passed; HttpClient's own 100 seconds cannot.
    public static HttpClient WithoutTimeout(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
