using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Tool.Contracts;

/// <summary>Has Pact's verifier replay contracts against a provider that answers: the sandbox, or any address.</summary>
internal static class ProviderVerification
{
    private static readonly TimeSpan KnockTime = TimeSpan.FromSeconds(10);

    /// <summary>Verifies against a sandbox of its own.</summary>
    public static async Task<ContractResult> AgainstSandboxAsync(
        IReadOnlyList<PactContract> contracts,
        ContractVerifier operations,
        CancellationToken cancellationToken
    )
    {
        await using var sandbox = await PinterestSandbox
            .StartAsync(new SandboxOptions { ServesContracts = true }, cancellationToken)
            .ConfigureAwait(false);
        var states = new Uri(sandbox.BaseAddress, "/_pact/provider-states");
        return await RunAsync(
                "the sandbox",
                contracts,
                operations,
                contract => Request(contract, contract.File, sandbox.BaseAddress) with { ProviderStateUrl = states },
                _ => null,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Verifies against an address, with a token.</summary>
    /// <param name="address">The base address, as https://api-sandbox.pinterest.com/v5.</param>
    /// <param name="token">The access token.</param>
    /// <param name="allowsWrites">Whether requests are sent that change something.</param>
    /// <param name="contracts">What to verify.</param>
    /// <param name="operations">Finds the operation of an interaction.</param>
    /// <param name="cancellationToken">Ends the verification between two contracts.</param>
    /// <exception cref="SpecEnvironmentException">Nobody answers there.</exception>
    public static async Task<ContractResult> AgainstAddressAsync(
        Uri address,
        string token,
        bool allowsWrites,
        IReadOnlyList<PactContract> contracts,
        ContractVerifier operations,
        CancellationToken cancellationToken
    )
    {
        await KnockAsync(address, cancellationToken).ConfigureAwait(false);
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-pacts-");
        try
        {
            var headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" };
            return await RunAsync(
                    address.Host,
                    contracts,
                    operations,
                    contract =>
                        Request(contract, Filtered(contract, folder.FullName, Reason, operations), address) with
                        {
                            Headers = headers,
                        },
                    Reason,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string? Reason(OperationFacts? operation) =>
            operation switch
            {
                null => "it is no operation of the description",
                { IsInSandbox: false } => "Pinterest's sandbox does not serve the operation (x-sandbox)",
                _ when operation.Security.Count > 0
                        && operation.Security.All(alternative => alternative.Scheme == "basic") =>
                    "it needs the app's secret, not a token",
                { IsRead: false } when !allowsWrites => "it changes something; pass --allow-writes to send it",
                _ => null,
            };
    }

    private static async Task<ContractResult> RunAsync(
        string against,
        IReadOnlyList<PactContract> contracts,
        ContractVerifier operations,
        Func<PactContract, VerificationRequest> request,
        Func<OperationFacts?, string?> reason,
        CancellationToken cancellationToken
    )
    {
        var (outcomes, problems) = (new List<InteractionOutcome>(), new List<string>());
        foreach (var contract in contracts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var skipped = contract
                .Interactions.Select(interaction =>
                    (Interaction: interaction, Reason: reason(operations.Find(interaction.Request)))
                )
                .Where(entry => entry.Reason is not null)
                .ToList();
            outcomes.AddRange(
                skipped.Select(entry => new InteractionOutcome
                {
                    Consumer = contract.Consumer,
                    Provider = contract.Provider,
                    File = contract.File,
                    Description = entry.Interaction.Description,
                    OperationId = operations.Find(entry.Interaction.Request)?.Id,
                    Outcome = ContractOutcome.Skipped,
                    Reason = entry.Reason,
                })
            );
            if (skipped.Count == contract.Interactions.Count)
            {
                continue;
            }

            var result = await Task.Run(() => PactVerification.Run(request(contract)), cancellationToken)
                .ConfigureAwait(false);
            problems.AddRange(result.Problems);
            outcomes.AddRange(result.Interactions.Select(interaction => Outcome(contract, interaction, operations)));
        }

        return new ContractResult(against, outcomes, problems);
    }

    private static VerificationRequest Request(PactContract contract, string file, Uri endpoint) =>
        new(contract.Provider, endpoint) { Sources = [file] };

    private static InteractionOutcome Outcome(
        PactContract contract,
        InteractionResult result,
        ContractVerifier operations
    )
    {
        var interaction = contract.Interactions.FirstOrDefault(one => one.Description == result.Description);
        var operation = interaction is null ? null : operations.Find(interaction.Request)?.Id;
        var problems = result
            .Mismatches.Select(mismatch => new ContractProblem(
                $"response.{mismatch.Place}",
                mismatch.Expected,
                mismatch.Actual,
                mismatch.Text
            ))
            .ToList();
        if (!result.Success && problems.Count == 0)
        {
            problems.Add(
                new ContractProblem("request", "a reply", "none", result.Error ?? "The verifier gave no reason.")
            );
        }

        return new InteractionOutcome
        {
            Consumer = contract.Consumer,
            Provider = contract.Provider,
            File = contract.File,
            Description = result.Description,
            OperationId = operation,
            Outcome = result.Success ? ContractOutcome.Passed : ContractOutcome.Failed,
            Problems = result.Success ? [] : problems,
        };
    }

    // The verifier has no filter that could tell operations apart, so it gets a file of what may be sent.
    private static string Filtered(
        PactContract contract,
        string folder,
        Func<OperationFacts?, string?> reason,
        ContractVerifier operations
    )
    {
        var sent = contract
            .Interactions.Where(interaction => reason(operations.Find(interaction.Request)) is null)
            .Select(interaction => interaction.Description)
            .ToHashSet(StringComparer.Ordinal);
        var pact = JObject.Parse(File.ReadAllText(contract.File));
        foreach (
            var interaction in ((JArray)pact["interactions"]!)
                .OfType<JObject>()
                .Where(interaction => !sent.Contains((string?)interaction["description"] ?? ""))
                .ToList()
        )
        {
            interaction.Remove();
        }

        var file = Path.Combine(folder, Path.GetFileName(contract.File));
        File.WriteAllText(file, pact.ToString());
        return file;
    }

    private static async Task KnockAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = KnockTime };
        try
        {
            using var reply = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error)
            when (error is HttpRequestException
                || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new SpecEnvironmentException(
                $"{address} does not answer: {(error is TaskCanceledException ? $"nothing came within {KnockTime.TotalSeconds:0} seconds" : error.Message)}. Check --against.",
                error
            );
        }
    }
}
