using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Holds a comparison against recorded contracts: what breaks you, apart from what breaks somebody.</summary>
internal static partial class ContractImpact
{
    /// <summary>Marks each finding with the interactions that it reaches, and whether they fail against the revision.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="before">The base.</param>
    /// <param name="after">The revision.</param>
    /// <param name="contracts">The contracts.</param>
    public static DiffResult Add(
        DiffResult result,
        JObject before,
        JObject after,
        IReadOnlyList<PactContract> contracts
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(contracts);
        var (old, now) = (new ContractVerifier(before), new ContractVerifier(after));
        var interactions = contracts
            .SelectMany(contract =>
                contract.Interactions.Select(interaction => new Judged(
                    contract.Consumer,
                    interaction.Description,
                    old.Find(interaction.Request)?.Id,
                    New(old.Verify(interaction).Problems, now.Verify(interaction).Problems)
                ))
            )
            .ToList();
        var broken = interactions
            .Where(interaction => interaction.Problems.Count > 0)
            .Select(interaction => new BrokenInteraction(
                interaction.Consumer,
                interaction.Description,
                [
                    .. interaction.Problems.Select(problem => new InteractionProblem(
                        problem.Place,
                        problem.Expected,
                        problem.Actual,
                        problem.Message
                    )),
                ]
            ))
            .ToList();
        return result with
        {
            Findings = [.. result.Findings.Select(finding => Marked(finding, result.Findings, interactions))],
            Contracts = new ContractView(interactions.Count, broken),
        };
    }

    private sealed record Judged(
        string Consumer,
        string Description,
        string? OperationId,
        IReadOnlyList<ContractProblem> Problems
    );

    // What the base did not allow either is an old mistake of the contract, not a break of the release.
    private static List<ContractProblem> New(IReadOnlyList<ContractProblem> old, IReadOnlyList<ContractProblem> now)
    {
        var known = old.Select(problem => problem.Place).ToHashSet(StringComparer.Ordinal);
        return [.. now.Where(problem => !known.Contains(problem.Place))];
    }

    private static Finding Marked(Finding finding, IReadOnlyList<Finding> all, List<Judged> interactions)
    {
        var reached = interactions
            .Where(interaction => interaction.OperationId is { } id && finding.OperationIds.Contains(id))
            .ToList();
        return reached.Count == 0
            ? finding
            : finding with
            {
                Interactions =
                [
                    .. reached.Select(interaction => new ReachedInteraction(
                        interaction.Consumer,
                        interaction.Description,
                        Causes(finding, all, interaction)
                    )),
                ],
            };
    }

    // A finding causes a problem that stands at its place, or that nothing else explains.
    private static bool Causes(Finding finding, IReadOnlyList<Finding> all, Judged interaction)
    {
        if (finding.Severity < Severity.PotentiallyBreaking)
        {
            return false;
        }

        var others = all.Where(other =>
                other.Severity >= Severity.PotentiallyBreaking && other.OperationIds.Contains(interaction.OperationId!)
            )
            .ToList();
        return interaction.Problems.Any(problem =>
            IsAt(finding, problem) || !others.Exists(other => IsAt(other, problem))
        );
    }

    private static bool IsAt(Finding finding, ContractProblem problem)
    {
        var name = Index().Replace(problem.Place, "").Split('.')[^1];
        var subject = finding.Subject.Replace("[]", "", StringComparison.Ordinal);
        return subject.EndsWith("." + name, StringComparison.Ordinal)
            || subject.EndsWith($"'{name}'", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
