namespace Pinterest.OpenApi.Sandbox;

/// <summary>A request that a sandbox received. Tokens are left out.</summary>
/// <param name="ReceivedAt">When, by the sandbox's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="OperationId">The operation that it asks for, or null when there is none.</param>
/// <param name="Status">The status of the reply.</param>
/// <param name="Body">The body; null when there is none, it is longer than 64 KiB or it may hold a secret.</param>
public sealed record ReceivedRequest(
    DateTimeOffset ReceivedAt,
    string Method,
    string Path,
    string? OperationId,
    int Status,
    string? Body
);
