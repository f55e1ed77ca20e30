using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Truth;

/// <summary>One thing that the comparison is held against.</summary>
internal sealed record TruthRow
{
    /// <summary>Gets what it is. Example: judged pairs, OpenAPI 3.1.</summary>
    public required string HeldAgainst { get; init; }

    /// <summary>Gets on how many the tool agrees.</summary>
    public required int Same { get; init; }

    /// <summary>Gets how many there are.</summary>
    public required int Of { get; init; }

    /// <summary>Gets the least share that must agree; null where none was set.</summary>
    public double? Floor { get; init; }

    /// <summary>Gets what stands apart or is to be known; empty where nothing is.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Gets the share that agrees.</summary>
    public double Share => Of == 0 ? 1 : (double)Same / Of;

    /// <summary>Gets whether too few agree.</summary>
    public bool IsBelowFloor => Floor is { } floor && Share < floor;

    /// <summary>Writes the row of a Markdown table.</summary>
    public string ToMarkdown()
    {
        var least = Floor is { } floor ? Percent(floor) : "";
        var below = IsBelowFloor ? " **below**" : "";
        return $"| {HeldAgainst} | {Same} of {Of} | {Percent(Share)} | {least}{below} | {Remark} |";
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
