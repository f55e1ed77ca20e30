namespace Pinterest.OpenApi.PactCore;

/// <summary>How one interaction of a contract fared.</summary>
/// <param name="Consumer">Who recorded it.</param>
/// <param name="Description">What it is called.</param>
/// <param name="ProviderStates">The states it needs.</param>
/// <param name="Success">Whether the provider answered as recorded.</param>
/// <param name="IsPending">Whether a failure is tolerated so far.</param>
/// <param name="Error">Why there was nothing to compare, for example a refused connection or a failed state; null otherwise.</param>
/// <param name="Mismatches">What was different.</param>
public sealed record InteractionResult(
    string Consumer,
    string Description,
    IReadOnlyList<string> ProviderStates,
    bool Success,
    bool IsPending,
    string? Error,
    IReadOnlyList<Mismatch> Mismatches
);
