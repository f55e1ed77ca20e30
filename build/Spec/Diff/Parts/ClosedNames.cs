namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// The properties that an object may have where others are forbidden. Example: {properties: {a}, additionalProperties:
/// false} allows a.
/// </summary>
/// <param name="Names">The properties that the schema names and allows.</param>
/// <param name="HasParts">
/// Whether the variants and conditions beside it may add names. Example: {unevaluatedProperties: false, oneOf: [A, B]}
/// allows the properties of A and of B, which additionalProperties: false forbids.
/// </param>
/// <param name="AreUnevaluated">Whether only unevaluatedProperties forbids others.</param>
internal sealed record ClosedNames(IReadOnlySet<string> Names, bool HasParts, bool AreUnevaluated)
{
    /// <summary>Tells whether a schema rejects properties that another one allows.</summary>
    /// <param name="before">What the other one allows; null where it forbids no property.</param>
    /// <param name="declared">The properties that the schema itself declares.</param>
    public bool RejectsMoreThan(ClosedNames? before, IEnumerable<string> declared)
    {
        if (before is null || (before.HasParts && !HasParts))
        {
            return true;
        }

        // Two versions with additionalProperties in a part of an allOf are taken as they are meant: for the whole.
        return before.AreUnevaluated != AreUnevaluated
            && !HasParts
            && declared.Any(name => before.Names.Contains(name) && !Names.Contains(name));
    }
}
