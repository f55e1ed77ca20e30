using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Client;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Opens two descriptions and compares them in every respect.</summary>
internal static class DiffRun
{
    /// <summary>Runs a comparison.</summary>
    /// <param name="request">What to compare.</param>
    /// <param name="time">Decides which acceptances and sunset dates have ended.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <exception cref="SpecException">A side cannot be read.</exception>
    /// <exception cref="SpecEnvironmentException">A side cannot be downloaded.</exception>
    public static async Task<DiffResult> RunAsync(
        DiffRequest request,
        TimeProvider time,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);

        // Stored versions are compared anywhere, and two files too; only the client needs a checkout.
        var releases = new Lazy<RepositoryLayout>(() => ShippedReleases.LayoutFor(request.Repository));
        var descriptions = await OpenAsync(request, releases, cancellationToken).ConfigureAwait(false);
        return await RunAsync(request, descriptions, time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares two descriptions that were read already, in every respect.</summary>
    /// <param name="request">How to compare.</param>
    /// <param name="descriptions">What to compare.</param>
    /// <param name="time">Decides which acceptances have ended.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static async Task<DiffResult> RunAsync(
        DiffRequest request,
        Sides<Description> descriptions,
        TimeProvider time,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        var result = DescriptionDiff.Compare(descriptions.Base, descriptions.Revision, cancellationToken);
        if (request.Pacts.Count > 0)
        {
            result = ContractImpact.Add(
                result,
                descriptions.Select(description => description.Root),
                PactContract.ReadAll(request.Pacts),
                cancellationToken
            );
        }

        if (request.WithClient)
        {
            result = await ClientComparison
                .AddAsync(result, descriptions, RepositoryLayout.TryFind(request.Repository), cancellationToken)
                .ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (FileOfAcceptedBreaks(request) is { } accepted)
        {
            result = AcceptedBreaks.Read(accepted).Apply(result, today);
        }

        return request.Policy.Apply(result, descriptions.Base.Root, today) with
        {
            ComparedAt = now,
        };
    }

    private static async Task<Sides<Description>> OpenAsync(
        DiffRequest request,
        Lazy<RepositoryLayout> releases,
        CancellationToken cancellationToken
    )
    {
        if (request is { Base: DescriptionSource.StandardInput, Revision: DescriptionSource.StandardInput })
        {
            throw new SpecException(
                DescriptionSource.StandardInput,
                "Both sides are the standard input, which can be read once.",
                "Pass a file for one of them."
            );
        }

        var options = new SourceOptions { Root = request.Root, Folder = request.Repository };
        var sides = await Task.WhenAll(Open(request.Base), Open(request.Revision)).ConfigureAwait(false);
        return new(sides[0], sides[1]);

        Task<Description> Open(string source) =>
            Task.Run(
                () =>
                    DescriptionCatalog.OpenForComparisonAsync(() => releases.Value, source, options, cancellationToken),
                cancellationToken
            );
    }

    private static string? FileOfAcceptedBreaks(DiffRequest request)
    {
        if (request.AcceptedBreaks is not { } given)
        {
            return RepositoryLayout.TryFind(request.Repository) is { } found
                ? Path.Combine(found.OpenApi, "accepted-breaks.json")
                : null;
        }

        return File.Exists(given)
            ? given
            : throw new SpecException(given, "There is no such file of accepted breaks.", "Check --accepted.");
    }
}
