namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The lines of a table.</summary>
/// <param name="Head">The lines of the head; none when each row is a paragraph.</param>
/// <param name="Rows">The lines of each row, in the order in which the rows were added.</param>
internal sealed record PrintedTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows);
