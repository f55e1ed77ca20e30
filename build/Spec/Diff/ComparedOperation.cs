using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>An operation with everything that changed for it alone.</summary>
internal sealed record ComparedOperation
{
    /// <summary>Gets the operation on each side; null where it is missing.</summary>
    public required Sides<DiffOperation?> Operations { get; init; }

    /// <summary>Gets the changes that the operation leads to.</summary>
    public required IReadOnlyList<OperationChange> Changes { get; init; }

    /// <summary>
    /// Gets its names, that of the revision last. They differ where only the name of a path parameter differs.
    /// </summary>
    public IReadOnlyList<string> Names =>
        [
            .. new[] { Operations.Base?.Name, Operations.Revision?.Name }
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Counts the changes of a severity.</summary>
    public int Count(Severity severity) => Changes.Count(change => change.Severity == severity);

    /// <summary>Gets the worst that changed for it; null when nothing did.</summary>
    public Severity? Worst => Changes.Select(change => (Severity?)change.Severity).Max();
}
