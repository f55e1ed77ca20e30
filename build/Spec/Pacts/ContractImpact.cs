using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>
/// Finds out what a comparison means for recorded pacts: what breaks you, apart from what breaks somebody.
/// </summary>
internal static class ContractImpact
{
    // Places come from pacts that nobody has vouched for: without backtracking the time of a match is linear.
    private static readonly Regex Index = new(@"\[\d+\]", RegexOptions.NonBacktracking);

    /// <summary>
    /// Marks each finding with the interactions that it reaches, and whether they fail against the revision.
    /// </summary>
    /// <param name="result">The comparison.</param>
    /// <param name="roots">The two descriptions.</param>
    /// <param name="contracts">The pacts.</param>
    /// <param name="cancellationToken">Ends the work between two interactions or findings.</param>
    public static DiffResult Add(
        DiffResult result,
        Sides<JObject> roots,
        IReadOnlyList<PactContract> contracts,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(contracts);
        var verifiers = roots.Select(root => new ContractVerifier(root));
        var interactions = contracts
            .SelectMany(contract =>
                contract.Interactions.Select(interaction =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return Explained(Judge(verifiers, contract, interaction), result.Findings);
                })
            )
            .ToList();
        return result with
        {
            Findings =
            [
                .. result.Findings.Select(finding =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return Marked(finding, interactions);
                }),
            ],
            Contracts = new ContractView(
                interactions.Count,
                [.. interactions.Where(interaction => interaction.Problems.Count > 0).Select(Broken)]
            ),
        };
    }

    private sealed record Judged(
        string Consumer,
        string Description,
        string? OperationId,
        IReadOnlyList<InteractionProblem> Problems
    )
    {
        /// <summary>Gets whether one of the problems stands at the place of no finding.</summary>
        public bool HasUnexplained { get; init; }
    }

    private static Judged Judge(Sides<ContractVerifier> verifiers, PactContract contract, PactInteraction interaction)
    {
        var problems = verifiers.Select(verifier => verifier.Verify(interaction).Problems);
        return new Judged(
            contract.Consumer,
            interaction.Description,
            verifiers.Base.FindId(interaction.Request),
            NewProblems(problems)
        );
    }

    // What the base did not allow either is an old mistake of the pact, and not a break of the release.
    private static List<InteractionProblem> NewProblems(Sides<IReadOnlyList<InteractionProblem>> problems)
    {
        var known = problems.Base.Select(problem => problem.Place).ToHashSet(StringComparer.Ordinal);
        return [.. problems.Revision.Where(problem => !known.Contains(problem.Place))];
    }

    private static BrokenInteraction Broken(Judged interaction) =>
        new(interaction.Consumer, interaction.Description, interaction.Problems);

    private static Finding Marked(Finding finding, List<Judged> interactions)
    {
        var reached = interactions
            .Where(interaction => interaction.OperationId is { } id && finding.Reached.HasId(id))
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
                        Causes(finding, interaction)
                    )),
                ],
            };
    }

    // A finding causes the problems at its place, and those that no other finding explains.
    // Example: Pin.title became an integer, and an interaction fails at response.body.items[0].title.
    private static bool Causes(Finding finding, Judged interaction) =>
        CanCause(finding)
        && (interaction.HasUnexplained || interaction.Problems.Any(problem => IsAt(finding, problem)));

    private static Judged Explained(Judged interaction, IReadOnlyList<Finding> findings)
    {
        if (interaction.OperationId is not { } id || interaction.Problems.Count == 0)
        {
            return interaction;
        }

        var causes = findings.Where(finding => CanCause(finding) && finding.Reached.HasId(id)).ToList();
        return interaction with
        {
            HasUnexplained = interaction.Problems.Any(problem => !causes.Exists(cause => IsAt(cause, problem))),
        };
    }

    private static bool CanCause(Finding finding) => finding.Severity >= Severity.PotentiallyBreaking;

    private static bool IsAt(Finding finding, InteractionProblem problem)
    {
        var name = Index.Replace(problem.Place, "").Split('.')[^1];
        var subject = finding.Subject.Replace("[]", "", StringComparison.Ordinal);
        return subject.EndsWith("." + name, StringComparison.Ordinal)
            || subject.EndsWith($"'{name}'", StringComparison.Ordinal);
    }
}
