using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>The comparison that everything an operation leads to is found from.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Operation">The operation; null for what the document says outside of operations.</param>
internal sealed record OperationComparison(Comparison Comparison, DiffOperation? Operation);
