using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.PactCore;

/// <summary>
/// Has Pact's verifier replay contracts against a provider that answers, and gives the results in the words of
/// Spec.
/// </summary>
internal sealed class ProviderVerification
{
    private readonly string _against;
    private readonly IReadOnlyList<PactContract> _contracts;
    private readonly ContractVerifier _operations;
    private readonly List<InteractionOutcome> _outcomes = [];
    private readonly List<string> _problems = [];

    private ProviderVerification(string against, IReadOnlyList<PactContract> contracts, ContractVerifier operations)
    {
        _against = against;
        _contracts = contracts;
        _operations = operations;
    }

    /// <summary>
    /// Verifies against a server of this machine that can be told the states of the interactions. Everything is
    /// sent.
    /// </summary>
    /// <param name="against">What the server is called in reports.</param>
    /// <param name="address">The base address of the server.</param>
    /// <param name="states">Where the server is told the states.</param>
    /// <param name="contracts">What to verify.</param>
    /// <param name="operations">Finds the operation of an interaction.</param>
    /// <param name="cancellationToken">Ends the verification between two contracts.</param>
    public static Task<ContractResult> AgainstServerAsync(
        string against,
        Uri address,
        Uri states,
        IReadOnlyList<PactContract> contracts,
        ContractVerifier operations,
        CancellationToken cancellationToken
    )
    {
        return new ProviderVerification(against, contracts, operations).RunAsync(Request, _ => null, cancellationToken);

        VerificationRequest Request(PactContract contract) =>
            new(contract.Provider, address) { Sources = [contract.File], ProviderStateUrl = states };
    }

    /// <summary>Verifies against an address, with a token. <see cref="RemoteProvider"/> decides what is sent.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="contracts">What to verify.</param>
    /// <param name="operations">Finds the operation of an interaction.</param>
    /// <param name="cancellationToken">Ends the verification between two contracts.</param>
    /// <exception cref="Spec.SpecEnvironmentException">Nothing answers there.</exception>
    public static async Task<ContractResult> AgainstAddressAsync(
        RemoteProvider provider,
        IReadOnlyList<PactContract> contracts,
        ContractVerifier operations,
        CancellationToken cancellationToken
    )
    {
        await provider.DemandAnswerAsync(cancellationToken).ConfigureAwait(false);
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-pacts-");
        try
        {
            return await new ProviderVerification(provider.Address.Host, contracts, operations)
                .RunAsync(Request, Reason, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string? Reason(PactInteraction interaction) => provider.ReasonToSkip(operations.Find(interaction.Request));

        VerificationRequest Request(PactContract contract)
        {
            var file = FilteredPact.Write(contract, folder.FullName, interaction => Reason(interaction) is null);
            return new VerificationRequest(contract.Provider, provider.Address)
            {
                Sources = [file],
                Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {provider.Token}" },
            };
        }
    }

    private async Task<ContractResult> RunAsync(
        Func<PactContract, VerificationRequest> request,
        Func<PactInteraction, string?> reasonToSkip,
        CancellationToken cancellationToken
    )
    {
        foreach (var contract in _contracts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var skipped = contract
                .Interactions.Select(interaction => (Interaction: interaction, Reason: reasonToSkip(interaction)))
                .Where(entry => entry.Reason is not null)
                .ToList();
            _outcomes.AddRange(skipped.Select(entry => Skipped(contract, entry.Interaction, entry.Reason)));
            if (skipped.Count == contract.Interactions.Count)
            {
                continue;
            }

            var result = await Task.Run(() => PactVerification.Run(request(contract)), cancellationToken)
                .ConfigureAwait(false);
            _problems.AddRange(result.Problems);
            _outcomes.AddRange(result.Interactions.Select(interaction => Tried(contract, interaction)));
        }

        return new ContractResult(_against, _outcomes, _problems);
    }

    private InteractionOutcome Skipped(PactContract contract, PactInteraction interaction, string? reason) =>
        new()
        {
            Consumer = contract.Consumer,
            Provider = contract.Provider,
            File = contract.Name,
            Description = interaction.Description,
            OperationId = _operations.FindId(interaction.Request),
            Outcome = ContractOutcome.Skipped,
            Reason = reason,
        };

    private InteractionOutcome Tried(PactContract contract, InteractionResult result)
    {
        var interaction = contract.Interactions.FirstOrDefault(one => one.Description == result.Description);
        return new InteractionOutcome
        {
            Consumer = contract.Consumer,
            Provider = contract.Provider,
            File = contract.Name,
            Description = result.Description,
            OperationId = interaction is null ? null : _operations.FindId(interaction.Request),
            IsPending = result.IsPending || contract.IsPending || interaction?.IsPending == true,
            Outcome = result.Success ? ContractOutcome.Passed : ContractOutcome.Failed,
            Problems = result.Success ? [] : Problems(result),
        };
    }

    private static IReadOnlyList<InteractionProblem> Problems(InteractionResult result) =>
        result.Mismatches.Count > 0
            ?
            [
                .. result.Mismatches.Select(mismatch => new InteractionProblem(
                    $"response.{mismatch.Place}",
                    mismatch.Expected,
                    mismatch.Actual,
                    mismatch.Text
                )
                {
                    IsFromProvider = true,
                }),
            ]
            :
            [
                new InteractionProblem("request", "a response", "none", result.Error ?? "The verifier gave no reason.")
                {
                    IsFromProvider = true,
                },
            ];
}
