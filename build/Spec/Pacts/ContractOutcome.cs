namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The outcome of verifying an interaction.</summary>
internal enum ContractOutcome
{
    /// <summary>It agrees with the record.</summary>
    Passed,

    /// <summary>It differs from the record.</summary>
    Failed,

    /// <summary>It was not verified.</summary>
    Skipped,
}
