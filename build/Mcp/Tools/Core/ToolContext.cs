using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>What a tool may use beside its arguments.</summary>
internal sealed record ToolContext
{
    public required AgentIdentity Agent { get; init; }

    /// <summary>Gets the grant as it stood when the call began; the gate reads it again.</summary>
    public required AgentGrant Grant { get; init; }

    public required IAgentGate Gate { get; init; }

    public required ToolOptions Options { get; init; }

    public required IProgress<ToolProgress> Progress { get; init; }

    public TimeProvider Time => Options.TimeProvider;
}
