using System.Diagnostics;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Checks a checkout: is the pin intact, is the client up to date and complete, what did the last release change.</summary>
internal sealed class RepositoryCheck(RepositoryLayout layout)
{
    private const int MaximumNames = 10;

    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];

    /// <summary>Runs the check. A client that was never generated is generated; one that differs is reported, not replaced.</summary>
    /// <param name="progress">Is told what is being done.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="SpecException">A file of the checkout cannot be read at all.</exception>
    /// <exception cref="SpecEnvironmentException">NSwag could not be run.</exception>
    public async Task<CheckResult> RunAsync(
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        progress?.Report("pin");
        var generator = new ClientGenerator(layout);
        var contract = generator.ReadPinned();
        var releases = new ReleaseStore(layout.OpenApi);
        var isIntact = CheckPin(contract, releases);

        progress?.Report("generate");
        var watch = Stopwatch.StartNew();
        var passes = isIntact
            ? await CheckClientAsync(generator, contract, cancellationToken).ConfigureAwait(false)
            : [];
        watch.Stop();

        progress?.Report("compare");
        var catalogue = OperationCatalogue.Read(contract.Root);
        var present = GeneratedClient.Read(layout.Generated).Operations();
        CheckOperations(catalogue, present);
        var predecessor = releases.Before(contract.Version);
        var before = predecessor is null ? null : releases.Read(predecessor.Version);
        var comparison = before is null ? null : ContractComparison.Compare(before, contract);
        var changes = before is null ? null : DescriptionDiff.Compare(before, contract, cancellationToken);
        progress?.Report("contracts");
        var contracts = ReadContracts();
        if (changes is not null && contracts.Count > 0)
        {
            changes = ContractImpact.Add(changes, new(before!.Root, contract.Root), contracts);
        }

        var result = new CheckResult(
            contract.Version,
            catalogue.All.Count,
            catalogue.All.Count(operation => present.Contains(operation.Id)),
            (contract.Root["components"]?["schemas"] as JObject)?.Count ?? 0,
            _problems,
            _notes,
            passes,
            comparison,
            changes,
            watch.Elapsed
        );
        return contracts.Count == 0
            ? result
            : result.With(new ContractVerifier(contract.Root).Verify(contracts, $"the description {contract.Version}"));
    }

    private IReadOnlyList<PactContract> ReadContracts()
    {
        if (Directory.Exists(layout.Pacts))
        {
            return PactContract.ReadAll([layout.Pacts]);
        }

        _notes.Add("No contracts are recorded: there is no tests/Contract/pacts.");
        return [];
    }

    private bool CheckPin(Description contract, ReleaseStore releases)
    {
        var record = PinRecord.Read(layout.PinRecord);
        if (PinRecord.Hash(contract.Bytes.Span) == record.ContractSha256)
        {
            return true;
        }

        _problems.Add(
            "The pin is damaged: openapi/pinterest-v5.json is not the file that openapi/pin.json records. Restore it, or pin the release again."
        );
        if (releases.List().Any(release => release.Version == record.Version))
        {
            var difference = ContractComparison.Compare(releases.Read(record.Version), contract).Operations;
            _problems.AddRange(
                difference.Removed.Select(id =>
                    $"The operation {id} is missing from openapi/pinterest-v5.json; release {record.Version} has it."
                )
            );
            _problems.AddRange(
                difference.Added.Select(id =>
                    $"The operation {id} stands in openapi/pinterest-v5.json; release {record.Version} does not have it."
                )
            );
            _problems.AddRange(
                difference.Changed.Select(id => $"The operation {id} is not as release {record.Version} has it.")
            );
        }

        return false;
    }

    private async Task<IReadOnlyList<PassCount>> CheckClientAsync(
        ClientGenerator generator,
        Description contract,
        CancellationToken cancellationToken
    )
    {
        var normalised = generator.NormalisePinned(contract, checkNames: false);
        _problems.AddRange(
            normalised
                .Names.Changes()
                .Select(change =>
                    $"A public name differs from openapi/names.lock.json; {change}. Decide in openapi/overlay.json, or run 'pinterest-openapi pin --accept-names'."
                )
                .Take(MaximumNames)
        );
        var client = GeneratedClient.Read(layout.Generated);
        if (client.Files.Count == 0)
        {
            await generator.GenerateAsync(normalised, layout.Generated, cancellationToken).ConfigureAwait(false);
            _notes.Add("The client was generated into src/Generated.");
            return normalised.Counts;
        }

        var fresh = Directory.CreateTempSubdirectory("pinterest-openapi-check-");
        try
        {
            var stale = client
                .DifferentFrom(
                    await generator.GenerateAsync(normalised, fresh.FullName, cancellationToken).ConfigureAwait(false)
                )
                .ToList();
            if (stale.Count > 0)
            {
                _problems.Add(
                    $"The generated client is stale: {string.Join(", ", stale)} in src/Generated would come out differently. Build src again."
                );
            }

            return normalised.Counts;
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    private void CheckOperations(OperationCatalogue catalogue, IReadOnlySet<string> present) =>
        _problems.AddRange(
            catalogue
                .All.Where(operation => !present.Contains(operation.Id))
                .Select(operation =>
                    $"The operation {operation.Id} ({operation.Method} {operation.Path}) is missing from the generated client."
                )
        );
}
