namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// What an agent wants to do, in the terms in which rights are given. A tool makes it of the arguments before anything
/// is sent, and completes it with what it looked up (the board of a Pin, whether it is secret).
/// </summary>
public sealed record AgentCall
{
    /// <summary>Gets the name of the tool, for example pinterest_create_pin.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the part of Pinterest that the call belongs to.</summary>
    public required Area Area { get; init; }

    /// <summary>Gets what the call does to the account.</summary>
    public required CallKind Kind { get; init; }

    /// <summary>
    /// Gets the ids of all operations that the call may send to Pinterest, for example pins/create. The first is the
    /// one that the call is about. The client refuses any other while the call runs.
    /// </summary>
    public required IReadOnlyList<string> Operations { get; init; }

    /// <summary>Gets the ids of the operations that may be sent before the decision, to complete the call.</summary>
    public IReadOnlyList<string> LookUps { get; init; } = [];

    /// <summary>Gets whether the operation is one that no tool covers, so that it takes a grant of its own.</summary>
    public bool IsOutsideOfTools { get; init; }

    /// <summary>Gets whether the call creates something, which counts for the limit of a day.</summary>
    public bool IsCreation { get; init; }

    /// <summary>Gets whether the call creates several things at once, which a limit of a day cannot count.</summary>
    public bool CreatesSeveral { get; init; }

    /// <summary>Gets whether the call puts a Pin where it names no board: Pinterest then chooses the place.</summary>
    public bool LeavesBoardOpen { get; init; }

    /// <summary>Gets whether other people may see what the call does.</summary>
    public bool IsVisible { get; init; }

    /// <summary>Gets whether the call may cost money.</summary>
    public bool CostsMoney { get; init; }

    /// <summary>Gets whether a secret board or a Pin of one is touched.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Gets whether the call is a rehearsal that changes nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets the ids of the boards that the call touches.</summary>
    public IReadOnlyList<string> Boards { get; init; } = [];

    /// <summary>Gets the ids of the Pins that the call touches.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>Gets the hosts that links of the call lead to.</summary>
    public IReadOnlyList<string> LinkHosts { get; init; } = [];

    /// <summary>Gets the paths of the files that the call reads, as the agent wrote them.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>
    /// Gets the arguments as one canonical JSON text (members sorted, nulls left out, no spaces). An approval holds for
    /// exactly these.
    /// </summary>
    public required string Arguments { get; init; }

    /// <summary>Gets what a person is shown who approves the call.</summary>
    public CallSummary Summary { get; init; } = CallSummary.Empty;
}
