using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests.Shared;

/// <summary>What an administrator changes with the triggers switched off is found.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresTamperTests(PostgresServer server) : TamperClaims
{
    private protected override StoreWorld NewWorld() => new PostgresWorld(server);
}
