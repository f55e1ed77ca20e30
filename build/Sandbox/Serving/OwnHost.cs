using System.Net;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>Tells which names a request may use for this server, and which addresses the server may have.</summary>
internal static class OwnHost
{
    /// <summary>
    /// Tells whether a request for a name can only come from a program that means this server. Any web page may own a
    /// name with dots that leads to here; it cannot own loopback, an IP address, or the name of a container.
    /// </summary>
    /// <param name="host">The host that the request asks for.</param>
    /// <param name="bound">The address that the server listens on.</param>
    public static bool Is(string host, string bound)
    {
        if (LoopbackName.Is(host))
        {
            return true;
        }

        return host.Length > 0
            && !LoopbackName.Is(bound)
            && (IPAddress.TryParse(host.Trim('[', ']'), out _) || !host.Contains('.', StringComparison.Ordinal));
    }

    /// <summary>Gives the address to listen on as it stands in a URL.</summary>
    /// <exception cref="SpecException">It is neither an IP address nor localhost. The server would take any other name
    /// for every address.</exception>
    public static string InUrl(string host)
    {
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return "127.0.0.1";
        }

        if (!IPAddress.TryParse(host, out var address))
        {
            throw new SpecException(
                "host",
                $"'{host}' is not an IP address.",
                "Pass one such as 127.0.0.1, or 0.0.0.0 for every address of this machine."
            );
        }

        return address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : $"{address}";
    }
}
