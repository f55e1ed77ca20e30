namespace Pinterest.OpenApi.PactCore;

/// <summary>The result of one interaction of a contract.</summary>
public sealed record InteractionResult
{
    /// <summary>Gets who recorded the interaction.</summary>
    public required string Consumer { get; init; }

    /// <summary>Gets what it is called.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the states that it needs.</summary>
    public required IReadOnlyList<string> ProviderStates { get; init; }

    /// <summary>Gets whether the provider answered as recorded.</summary>
    public required bool Success { get; init; }

    /// <summary>Gets whether a failure is tolerated so far.</summary>
    public required bool IsPending { get; init; }

    /// <summary>
    /// Gets why there was nothing to compare, for example a refused connection or a failed state; null otherwise.
    /// </summary>
    public string? Error { get; init; }

    /// <summary>Gets what was different.</summary>
    public required IReadOnlyList<Mismatch> Mismatches { get; init; }
}
