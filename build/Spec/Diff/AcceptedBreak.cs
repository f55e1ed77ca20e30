namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One break that a team looked at and accepted.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Place">The pointer of the place, or the fingerprint of the finding.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Until">The last day of the acceptance, or null for no end.</param>
internal sealed record AcceptedBreak(string Rule, string Place, string Reason, DateOnly? Until);
