using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>
/// Pinterest's flags from one release to another, held against our comparison of the two descriptions. The reasons are
/// computed from the descriptions; none is written by a person.
/// </summary>
internal sealed record FlagComparison
{
    /// <summary>Gets the older release.</summary>
    public required string From { get; init; }

    /// <summary>Gets the newer release.</summary>
    public required string To { get; init; }

    /// <summary>Gets the operations that the changelog names or that break, sorted by name.</summary>
    public required IReadOnlyList<OperationFlag> Operations { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="descriptions">The older and the newer description.</param>
    /// <param name="flags">The flags between them.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static FlagComparison Of(
        Sides<Description> descriptions,
        FlagSet flags,
        CancellationToken cancellationToken = default
    )
    {
        var models = descriptions.Select(description => new SchemaModel(description.Root));
        var compared = OperationChanges.Compare(models, cancellationToken);
        var endpoints = flags.Endpoints.ToDictionary(endpoint => endpoint.Name, StringComparer.Ordinal);
        var rows = new List<OperationFlag>();
        foreach (var operation in compared)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = operation.Names.FirstOrDefault(endpoints.ContainsKey);
            if (name is not null && endpoints.Remove(name, out var endpoint))
            {
                var judge = new FlagJudge(models, operation, cancellationToken);
                rows.Add(
                    Row(endpoint, line => judge.Judge(line)) with
                    {
                        Verdict = operation.Worst,
                        BreakingChanges = operation.Count(Severity.Breaking),
                    }
                );
            }
            else if (operation.Worst is Severity.Breaking)
            {
                rows.Add(Unlisted(operation));
            }
        }

        // Neither description has these, so that nothing can be said of their lines.
        rows.AddRange(endpoints.Values.Select(endpoint => Row(endpoint, _ => FlagReason.NotInDescriptions)));
        return new FlagComparison
        {
            From = flags.From,
            To = flags.To,
            Operations = [.. rows.OrderBy(row => row.Operation, StringComparer.Ordinal)],
        };
    }

    /// <summary>Gets how many operations have a flagged line.</summary>
    public int FlaggedOperations => Operations.Count(row => row.Flagged > 0);

    /// <summary>Gets how many lines are flagged.</summary>
    public int FlaggedLines => Operations.Sum(row => row.Flagged);

    /// <summary>Gets how many flagged operations break by our verdict.</summary>
    public int FlaggedAndBreaking => Operations.Count(row => row.Flagged > 0 && row.Breaks);

    /// <summary>Gets how many operations break by our verdict and have no flag.</summary>
    public int BreakingWithoutFlag => Operations.Count(row => row.Flagged == 0 && row.Breaks);

    /// <summary>Counts, for each reason, the flagged lines and the operations where Pinterest and we differ.</summary>
    public IReadOnlyList<(FlagReason Reason, int Lines, int Operations)> Reasons =>
        [
            .. Enum.GetValues<FlagReason>()
                .Select(reason => (reason, Lines(reason), Differing(reason)))
                .Where(count => count.Item2 > 0 || count.Item3 > 0),
        ];

    /// <summary>Gets what a reader wants to know first, in sentences.</summary>
    public IReadOnlyList<string> Summary =>
        [
            $"Operations that Pinterest flags as breaking: {FlaggedOperations}, with {FlaggedLines} flagged lines.",
            $"Flagged operations that break by our verdict: {FlaggedAndBreaking}.",
            $"Flagged operations that do not: {FlaggedOperations - FlaggedAndBreaking}.",
            $"Operations that break by our verdict and have no flag: {BreakingWithoutFlag}.",
        ];

    private int Lines(FlagReason reason) =>
        Operations
            .Where(row => row.Flagged > 0)
            .SelectMany(row => row.Reasons)
            .Where(count => count.Reason == reason)
            .Sum(count => count.Count);

    private int Differing(FlagReason reason) =>
        Operations.Count(row => !row.Agrees && row.Reasons.Any(count => count.Reason == reason));

    private static OperationFlag Unlisted(ComparedOperation operation) =>
        new()
        {
            Operation = operation.Names[^1],
            Verdict = operation.Worst,
            BreakingChanges = operation.Count(Severity.Breaking),
        };

    private static OperationFlag Row(ChangelogEndpoint endpoint, Func<ChangelogLine, FlagReason> judge) =>
        new()
        {
            Operation = endpoint.Name,
            State = endpoint.State,
            Lines = [.. endpoint.Lines.Select(line => new JudgedLine(line, judge(line.Line)))],
            Other = endpoint.Other,
        };
}
