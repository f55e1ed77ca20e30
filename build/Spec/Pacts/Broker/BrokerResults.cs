using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>
/// Publishes the results of a verification, one for each pact. Nothing is published for a pact of which a part was not
/// verified: the broker knows only success and failure.
/// </summary>
/// <param name="client">The broker.</param>
/// <param name="request">Who verified.</param>
internal sealed class BrokerResults(BrokerClient client, BrokerRequest request)
{
    private const string Relation = "pb:publish-verification-results";
    private const string BranchRelation = "pb:pacticipant-branch-version";
    private const int MostProblems = 20;

    /// <summary>Publishes.</summary>
    /// <param name="pacts">The pacts.</param>
    /// <param name="result">The verification.</param>
    /// <param name="cancellationToken">Ends the work between two pacts.</param>
    /// <returns>What was not published, with the reason.</returns>
    /// <exception cref="SpecException">The broker refuses.</exception>
    /// <exception cref="SpecEnvironmentException">The broker does not answer.</exception>
    public async Task<IReadOnlyList<string>> PublishAsync(
        IReadOnlyList<BrokerPact> pacts,
        ContractResult result,
        CancellationToken cancellationToken
    )
    {
        await AddBranchAsync(cancellationToken).ConfigureAwait(false);
        var problems = new List<string>();
        foreach (var pact in pacts)
        {
            if (await PublishAsync(pact, result, cancellationToken).ConfigureAwait(false) is { } problem)
            {
                problems.Add($"{pact.Contract.Address}: {problem}");
            }
        }

        return problems;
    }

    private async Task<string?> PublishAsync(
        BrokerPact pact,
        ContractResult result,
        CancellationToken cancellationToken
    )
    {
        List<InteractionOutcome> outcomes =
        [
            .. result.Interactions.Where(outcome => outcome.File == pact.Contract.Name),
        ];
        if (outcomes.Count == 0 || outcomes.Exists(outcome => outcome.Outcome is ContractOutcome.Skipped))
        {
            return "the result was not published, because a part of the pact was not verified";
        }

        if (pact.Document.Link(Relation) is not { } link)
        {
            return $"the result was not published, because the pact has no link {Relation}";
        }

        await client
            .SendAsync(HttpMethod.Post, client.Address.Follow(link), Body(pact.Document, outcomes), cancellationToken)
            .ConfigureAwait(false);
        return null;
    }

    // The branch belongs to the version, and the version to the result.
    private async Task AddBranchAsync(CancellationToken cancellationToken)
    {
        if (request is not { ProviderBranch: { } branch, ProviderVersion: { } version })
        {
            return;
        }

        var root = await client.GetAsync(client.Address.Root, cancellationToken).ConfigureAwait(false);
        if (
            root.Link(BranchRelation, ("pacticipant", request.Provider), ("branch", branch), ("version", version)) is
            { } link
        )
        {
            await client
                .SendAsync(HttpMethod.Put, client.Address.Follow(link), [], cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private JObject Body(JObject document, List<InteractionOutcome> outcomes)
    {
        var ids = (document["interactions"] as JArray ?? [])
            .OfType<JObject>()
            .Where(interaction => interaction["description"].Text() is not null)
            .DistinctBy(interaction => interaction["description"].Text())
            .ToDictionary(
                interaction => interaction["description"].Text()!,
                interaction => interaction["_id"].Text(),
                StringComparer.Ordinal
            );
        return new JObject
        {
            ["success"] = outcomes.TrueForAll(outcome => outcome.Outcome is ContractOutcome.Passed),
            ["providerApplicationVersion"] = request.ProviderVersion,
            ["testResults"] = new JArray(
                outcomes.Select(outcome => Result(outcome, ids.GetValueOrDefault(outcome.Description)))
            ),
            ["verifiedBy"] = new JObject { ["implementation"] = "pinterest-openapi" },
        };
    }

    private static JObject Result(InteractionOutcome outcome, string? id)
    {
        var result = new JObject
        {
            ["interactionDescription"] = outcome.Description,
            ["success"] = outcome.Outcome is ContractOutcome.Passed,
            ["mismatches"] = new JArray(outcome.Problems.Take(MostProblems).Select(Mismatch)),
        };
        if (id is not null)
        {
            result["interactionId"] = id;
        }

        return result;
    }

    private static JObject Mismatch(InteractionProblem problem) =>
        new() { ["attribute"] = problem.Place, ["description"] = problem.Message };
}
