namespace Pinterest.OpenApi.Sandbox;

/// <summary>A fault of the sandbox.</summary>
/// <param name="Kind">The kind.</param>
public sealed record SandboxFault(FaultKind Kind)
{
    /// <summary>Gets the id of the operation with the fault, such as boards/list; null for any operation.</summary>
    public string? OperationId { get; init; }

    /// <summary>Gets the number of requests with the fault; null for all from now on.</summary>
    /// <value>The default is 1.</value>
    public int? Times { get; init; } = 1;

    /// <summary>Gets how long <see cref="FaultKind.Latency"/> and <see cref="FaultKind.SlowDrip"/> take.</summary>
    /// <value>The default is one second.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);
}
