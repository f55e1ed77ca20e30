using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Pages;

/// <summary>What the page shows and changes.</summary>
internal sealed record PageParts
{
    /// <summary>Gets the grants.</summary>
    public required StoredGrants Grants { get; init; }

    /// <summary>Gets the log.</summary>
    public required StoredAuditLog Log { get; init; }

    /// <summary>Gets the approvals.</summary>
    public required IApprovalStore Approvals { get; init; }

    /// <summary>Gets the person's key.</summary>
    public required IPageKey Key { get; init; }

    /// <summary>Gets the command that makes the key, for the person who started the server.</summary>
    public string KeyCommand { get; init; } = IPageKey.Command;

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
