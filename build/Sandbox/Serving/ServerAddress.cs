using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>The address of the server, known after its start.</summary>
internal sealed class ServerAddress(IServer server)
{
    private Uri? _bound;

    /// <summary>
    /// Gets the address under which a program of this machine reaches the server. For a server that listens on every
    /// address this is the one on loopback.
    /// </summary>
    public Uri Origin => IsEveryAddress ? new UriBuilder(Bound) { Host = Loopback }.Uri : Bound;

    private Uri Bound => _bound ??= new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private bool IsEveryAddress =>
        IPAddress.TryParse(Bound.Host.Trim('[', ']'), out var address)
        && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private string Loopback => Bound.HostNameType is UriHostNameType.IPv6 ? "[::1]" : "127.0.0.1";

    /// <summary>
    /// Gives the address under which the caller of a request reaches the server: on another machine it is not loopback.
    /// </summary>
    public Uri OriginFor(HttpRequest request) =>
        !LoopbackName.Is(Bound.Host)
        && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var asked)
            ? asked
            : Origin;
}
