using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Approvals;

/// <summary>Confirmations whose key stands in a file.</summary>
public sealed class ClientConfirmationTests() : ClientConfirmationClaims(() => new StoredLog());
