using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>The address of the server, known after its start.</summary>
internal sealed class ServerAddress(IServer server)
{
    private Uri? _origin;

    public Uri Origin => _origin ??= new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
