namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>What a comparison means for recorded pacts.</summary>
/// <param name="Interactions">The number of interactions that were checked.</param>
/// <param name="Broken">The interactions that break.</param>
internal sealed record ContractView(int Interactions, IReadOnlyList<BrokenInteraction> Broken);
