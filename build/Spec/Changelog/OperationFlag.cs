using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>Pinterest's flag and our verdict on one operation.</summary>
internal sealed record OperationFlag
{
    /// <summary>Gets the method and the path. Example: GET /pins.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets what the changelog says of it; null when it does not name the operation.</summary>
    public EndpointState? State { get; init; }

    /// <summary>Gets its lines that are flagged as breaking.</summary>
    public IReadOnlyList<JudgedLine> Lines { get; init; } = [];

    /// <summary>Gets how many of its lines are flagged.</summary>
    public int Flagged => Lines.Sum(line => line.Line.Count);

    /// <summary>Gets how many of its lines are not.</summary>
    public int Other { get; init; }

    /// <summary>Gets the worst that we find; null when we find no change.</summary>
    public Severity? Verdict { get; init; }

    /// <summary>Gets how many changes break it.</summary>
    public int BreakingChanges { get; init; }

    /// <summary>
    /// Gets how many flagged lines have which reason. An operation without a flag that breaks has one reason, with the
    /// number of changes that break it.
    /// </summary>
    public IReadOnlyList<(FlagReason Reason, int Count)> Reasons =>
        Flagged == 0 && Breaks
            ? [(FlagReason.InvisibleToTheirDiffer, BreakingChanges)]
            :
            [
                .. Lines
                    .GroupBy(line => line.Reason)
                    .OrderBy(group => group.Key)
                    .Select(group => (group.Key, group.Sum(line => line.Line.Count))),
            ];

    /// <summary>Gets whether we find that the operation breaks.</summary>
    public bool Breaks => Verdict is Severity.Breaking;

    /// <summary>Gets whether Pinterest and we agree: it is flagged and breaks, or neither.</summary>
    public bool Agrees => Flagged > 0 == Breaks;
}
