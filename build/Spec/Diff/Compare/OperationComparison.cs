using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>The comparison that everything an operation leads to is found from.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Operations">
/// The operation on both sides; null where it is missing, and on both sides for what the document says outside of
/// operations.
/// </param>
internal sealed record OperationComparison(Comparison Comparison, Sides<DiffOperation?> Operations)
{
    /// <summary>Gets the operation as reports name it; null for what the document says outside of operations.</summary>
    public DiffOperation? Operation => Operations.Revision ?? Operations.Base;
}
