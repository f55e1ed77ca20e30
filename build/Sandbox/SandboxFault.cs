namespace Pinterest.OpenApi.Sandbox;

/// <summary>A fault that the sandbox makes.</summary>
/// <param name="Kind">The kind.</param>
public sealed record SandboxFault(FaultKind Kind)
{
    /// <summary>Gets the id of the operation that it happens to, as boards/list; null for any operation.</summary>
    public string? OperationId { get; init; }

    /// <summary>Gets the number of requests that it happens to; null for all from now on.</summary>
    /// <value>The default is 1.</value>
    public int? Times { get; init; } = 1;

    /// <summary>Gets how long <see cref="FaultKind.Latency"/> and <see cref="FaultKind.SlowDrip"/> take.</summary>
    /// <value>The default is one second.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);
}
