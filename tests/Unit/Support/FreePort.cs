using System.Net;
using System.Net.Sockets;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A port of loopback that nobody listens to.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
