using System.Net;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>Tells the names of this machine from all others.</summary>
internal static class LoopbackName
{
    /// <summary>
    /// Tells whether a host is this machine whatever a name server says: localhost, 127.0.0.1 and its like, or [::1].
    /// </summary>
    public static bool Is(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
