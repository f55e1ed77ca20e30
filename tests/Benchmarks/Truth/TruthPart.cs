namespace Pinterest.OpenApi.Benchmarks.Truth;

/// <summary>One source of truth: its rows of the table, and where the tool disagrees.</summary>
internal sealed record TruthPart
{
    /// <summary>Gets the rows.</summary>
    public required IReadOnlyList<TruthRow> Rows { get; init; }

    /// <summary>Gets the heading of the disagreements.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the heads of the columns of the disagreements.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Gets the disagreements, a value for each column.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Disagreements { get; init; }

    /// <summary>Gets what makes the run fail: disagreements without a reason, and reasons without one.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
