namespace Pinterest.OpenApi.Sandbox;

/// <summary>A request that a sandbox received. It holds no tokens.</summary>
public sealed record ReceivedRequest
{
    /// <summary>Gets the time at which it was answered, by the clock of the sandbox.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path with its query.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the operation that it requests; null when the description has none for it.</summary>
    public required string? OperationId { get; init; }

    /// <summary>Gets the status of the response.</summary>
    public required int Status { get; init; }

    /// <summary>Gets the body; null when there is none, it is longer than 64 KiB, or it may hold a secret.</summary>
    public required string? Body { get; init; }
}
