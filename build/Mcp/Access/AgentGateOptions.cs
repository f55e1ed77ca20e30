using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>What a gate works with.</summary>
public sealed record AgentGateOptions
{
    /// <summary>Gets the grants.</summary>
    public required IGrantSource Grants { get; init; }

    /// <summary>Gets the log.</summary>
    public required IAuditLog Log { get; init; }

    /// <summary>Gets the approvals.</summary>
    public required IApprovalStore Approvals { get; init; }

    /// <summary>
    /// Gets what proves that a client was asked, for grants with <c>confirmBy: client</c>; null to let no client answer.
    /// </summary>
    /// <value>The default is null.</value>
    public ClientConfirmation? Confirmation { get; init; }

    /// <summary>Gets how long a client may take to answer while its call waits; the call then waits for a person.</summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan ConfirmationTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the accounts.</summary>
    public required IAccountClients Accounts { get; init; }

    /// <summary>Gets the only account that this gate serves, or null for all.</summary>
    public string? Account { get; init; }

    /// <summary>Gets whether nothing may be changed, whatever is granted.</summary>
    /// <value>The default is false.</value>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets whether what would change something is rehearsed only.</summary>
    /// <value>The default is false.</value>
    public bool IsDryRun { get; init; }

    /// <summary>Gets whether the log keeps the texts of calls, not only their hash.</summary>
    /// <value>The default is false.</value>
    public bool LogTexts { get; init; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets how long the outcome of a call may take to be written.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan OutcomeTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
