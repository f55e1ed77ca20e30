using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>
/// The main job: the check of a checkout, then its contracts against a provider, then the candidate for the next
/// release.
/// </summary>
/// <param name="layout">The checkout.</param>
/// <param name="verifyProvider">Replays the contracts against the sandbox, which this library does not know.</param>
/// <param name="time">Decides which acceptances have ended.</param>
internal sealed class CheckRun(
    RepositoryLayout layout,
    Func<IReadOnlyList<PactContract>, ContractVerifier, CancellationToken, Task<ContractResult>> verifyProvider,
    TimeProvider time
)
{
    /// <summary>
    /// Gets which changes of a candidate are a problem, one of <see cref="Reports.FailOn.Words"/>.
    /// </summary>
    public string FailOn { get; init; } = Reports.FailOn.Default;

    /// <summary>Runs the job.</summary>
    /// <param name="candidate">A description that is not pinned, a file or an https address, or null.</param>
    /// <param name="progress">Is told which step begins.</param>
    /// <param name="cancellationToken">Ends the job.</param>
    public async Task<CheckReport> RunAsync(
        string? candidate,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var report = await CheckAsync(progress, stop.Token).ConfigureAwait(false);
            if (candidate is null)
            {
                return report;
            }

            progress?.Report("building and comparing the candidate");
            return await AddCandidateAsync(report, candidate, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // After a fault, the other half of the check is of no use.
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    // The sandbox is verified beside the check of the files, which waits for NSwag most of the time.
    private async Task<CheckReport> CheckAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var provider = Directory.Exists(layout.Pacts)
            ? Task.Run(() => VerifyProviderAsync(cancellationToken), cancellationToken)
            : null;
        var report = await new RepositoryCheck(layout).RunAsync(progress, cancellationToken).ConfigureAwait(false);
        report = report with { CheckedAt = time.GetUtcNow() };
        if (provider is null)
        {
            return report;
        }

        progress?.Report("verifying the contracts against the sandbox");
        return report.With(await provider.ConfigureAwait(false));
    }

    private Task<ContractResult> VerifyProviderAsync(CancellationToken cancellationToken)
    {
        var operations = new ContractVerifier(new ClientGenerator(layout).ReadPinned().Root);
        return verifyProvider(PactContract.ReadAll([layout.Pacts]), operations, cancellationToken);
    }

    private async Task<CheckReport> AddCandidateAsync(
        CheckReport report,
        string candidate,
        CancellationToken cancellationToken
    )
    {
        var given = await DescriptionCatalog
            .OpenAsync(() => layout, candidate, DescriptionReader.ReadToGenerate, cancellationToken)
            .ConfigureAwait(false);
        var origin = new OriginFinder(layout).ForCandidate(given);
        var description = origin.Description;

        // What was compiled is what is compared: an address is downloaded once, and may answer otherwise the next time.
        var revision = DescriptionReader.ReadForComparison(description.Bytes.ToArray(), description.Name);
        var sides = new Sides<Description>(PinnedDescription.Read(layout), revision);
        var verdict = await CandidateBuild.RunAsync(layout, description, cancellationToken).ConfigureAwait(false);
        var request = new DiffRequest(DescriptionCatalog.Pinned, candidate)
        {
            Repository = layout.Root,
            Pacts = Directory.Exists(layout.Pacts) ? [layout.Pacts] : [],
        };
        var changes = await DiffRun.RunAsync(request, sides, time, cancellationToken).ConfigureAwait(false);
        var checkedReport = report.With(verdict).With(changes, FailOn);
        return checkedReport with
        {
            Notes =
            [
                .. checkedReport.Notes,
                .. CandidateOrigin.Notes(layout, origin),
                .. FlagNotes(sides, cancellationToken),
            ],
        };
    }

    // Nothing is said where Pinterest's changelog between the two was not stored.
    private IReadOnlyList<string> FlagNotes(Sides<Description> sides, CancellationToken cancellationToken)
    {
        var (from, to) = sides.Select(side => side.Version);
        var flags = FlagLedger.TryFind(layout, from, to);
        return flags is null ? [] : FlagComparison.Of(sides, flags, cancellationToken).Summary;
    }
}
