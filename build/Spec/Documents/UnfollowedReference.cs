namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Stands as annotation at a reference that could not be followed.</summary>
/// <param name="Reason">Why, as a sentence.</param>
internal sealed record UnfollowedReference(string Reason)
{
    /// <summary>
    /// Gets whether the reference stands where no reader follows one, so that no reader tells of it. Example: an entry of
    /// servers.
    /// </summary>
    public bool IsOfWhole { get; init; }
}
