using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>One person's yes to one exact call, or the question for it.</summary>
public sealed record Approval
{
    /// <summary>Gets the id: 10 characters that can be read aloud.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the agent that asks.</summary>
    public required string Agent { get; init; }

    /// <summary>Gets the account that the call is made for.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the name of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the id of the operation.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the hash of tool and arguments: SHA-256, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Gets what the person is shown.</summary>
    public required CallSummary Summary { get; init; }

    /// <summary>Gets when the agent asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Gets when the question, or the yes, ends: 10 minutes after it was asked.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ApprovalState State { get; init; }

    /// <summary>Gets who decided, for example page, command or client; or null.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Gets when it was decided, or null.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}
