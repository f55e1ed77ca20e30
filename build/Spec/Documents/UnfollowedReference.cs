namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Stands as annotation at a reference that could not be followed.</summary>
/// <param name="Reason">Why, as a sentence.</param>
internal sealed record UnfollowedReference(string Reason);
