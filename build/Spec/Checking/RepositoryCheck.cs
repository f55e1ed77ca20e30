using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>
/// Checks what can be known from the files of a checkout: the pin is intact, the client is up to date and complete,
/// the recorded contracts agree with the description. Compares the release with the one before it.
/// </summary>
internal sealed class RepositoryCheck(RepositoryLayout layout)
{
    /// <summary>Runs the check. A missing client is generated; one that differs is reported, not replaced.</summary>
    /// <param name="progress">Is told which step begins.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="SpecException">A file of the checkout cannot be read at all.</exception>
    /// <exception cref="SpecEnvironmentException">NSwag could not be run.</exception>
    public async Task<CheckReport> RunAsync(
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        progress?.Report("checking the pin");
        var generator = new ClientGenerator(layout);
        var pinned = generator.ReadPinned();
        var releases = new ReleaseStore(layout.OpenApi);
        var record = PinRecord.Read(layout.PinRecord);
        var damage = PinCheck.Run(pinned, record, releases).Concat(PinCheck.Reconstruction(layout, record)).ToList();

        // NSwag is a process of its own and takes longest, so the rest is done beside it.
        progress?.Report("generating the client, and comparing with the release before");
        var client = Task.Run(() => CheckClientAsync(generator, damage, cancellationToken), cancellationToken);
        var baseDescription = releases.Before(pinned.Version) is { } predecessor
            ? releases.Read(predecessor.Version)
            : null;
        var comparison = Compare(baseDescription, pinned, cancellationToken);
        var report = Describe(pinned, damage, await client.ConfigureAwait(false));
        report = report with
        {
            Kind = record.Kind,
            Notes = [.. report.Notes, .. OriginNotes(record)],
            Comparison = comparison?.Comparison,
            Changes = comparison?.Changes,
        };

        progress?.Report("verifying the contracts");
        return AddContracts(report, baseDescription, pinned, cancellationToken);
    }

    private Task<ClientCheckResult> CheckClientAsync(
        ClientGenerator generator,
        IReadOnlyList<string> damage,
        CancellationToken cancellationToken
    ) =>
        damage.Count > 0
            ? Task.FromResult(ClientCheckResult.NotRun)
            : ClientCheck.RunAsync(layout, generator, cancellationToken);

    private static (DescriptionComparison Comparison, DiffResult Changes)? Compare(
        Description? baseDescription,
        Description pinned,
        CancellationToken cancellationToken
    ) =>
        baseDescription is null
            ? null
            : (
                DescriptionComparison.Compare(baseDescription, pinned),
                DescriptionDiff.Compare(baseDescription, pinned, cancellationToken)
            );

    private static IReadOnlyList<string> OriginNotes(PinRecord record) =>
        record.Reconstruction is { } reconstruction
            ?
            [
                $"Pinterest's own file of {record.Version} was not available: it was reconstructed from a copy. "
                    + $"openapi/reconstruction.json has the {reconstruction.Mends.Count} facts put back, each with its evidence, "
                    + "and what remains uncertain.",
            ]
            : [];

    private CheckReport Describe(Description pinned, IReadOnlyList<string> damage, ClientCheckResult client)
    {
        var operations = OperationCatalogue.Read(pinned.Root).All;
        var generated = GeneratedClient.Read(layout.Generated).Operations();
        var missing = operations.Where(operation => !generated.Contains(operation.Id)).ToList();
        return new CheckReport
        {
            Version = pinned.Version,
            Operations = operations.Count,
            Generated = operations.Count - missing.Count,
            Schemas = (pinned.Root["components"]?["schemas"] as JObject)?.Count ?? 0,
            Problems =
            [
                .. damage,
                .. client.Problems,
                .. missing.Select(operation =>
                    $"The operation {operation.Id} ({operation.Method} {operation.Path}) "
                    + "is missing from the generated client."
                ),
            ],
            Notes = client.Notes,
            Passes = client.Passes,
            Elapsed = client.Elapsed,
        };
    }

    private CheckReport AddContracts(
        CheckReport report,
        Description? baseDescription,
        Description pinned,
        CancellationToken cancellationToken
    )
    {
        if (!Directory.Exists(layout.Pacts))
        {
            return report with
            {
                Notes = [.. report.Notes, "No contracts are recorded: there is no tests/Contract/pacts."],
            };
        }

        var contracts = PactContract.ReadAll([layout.Pacts]);
        if (contracts.Count == 0)
        {
            return report;
        }

        if (baseDescription is not null && report.Changes is { } changes)
        {
            var roots = new Sides<JObject>(baseDescription.Root, pinned.Root);
            report = report with { Changes = ContractImpact.Add(changes, roots, contracts, cancellationToken) };
        }

        return report.With(
            new ContractVerifier(pinned.Root).Verify(contracts, $"the description {pinned.Version}", cancellationToken)
        );
    }
}
