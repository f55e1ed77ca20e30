using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Client;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>What to compare, and how.</summary>
/// <param name="Base">A file, an https address, a stored version or <c>pinned</c>.</param>
/// <param name="Revision">The same kinds.</param>
internal sealed record DiffRequest(string Base, string Revision)
{
    /// <summary>Gets a folder of the checkout.</summary>
    public required string Repository { get; init; }

    /// <summary>Gets whether to ask what becomes of the generated client.</summary>
    public bool WithClient { get; init; } = true;

    /// <summary>Gets the pact files, and folders of such, that say what is used; none to ask nothing of them.</summary>
    public IReadOnlyList<string> Pacts { get; init; } = [];

    /// <summary>Gets the file of accepted breaks; null for that of the checkout.</summary>
    public string? AcceptedBreaks { get; init; }
}

/// <summary>Opens two descriptions and compares them in every respect.</summary>
internal static class DiffRun
{
    /// <summary>Runs a comparison.</summary>
    /// <param name="request">What to compare.</param>
    /// <param name="time">Says which acceptances have ended.</param>
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

        // Two files can be compared anywhere; only stored versions, the client and accepted breaks need a checkout.
        var layout = new Lazy<RepositoryLayout>(() => RepositoryLayout.Find(request.Repository));
        var sides = await Task.WhenAll(
                Task.Run(
                    () =>
                        DescriptionCatalog.OpenForComparisonAsync(() => layout.Value, request.Base, cancellationToken),
                    cancellationToken
                ),
                Task.Run(
                    () =>
                        DescriptionCatalog.OpenForComparisonAsync(
                            () => layout.Value,
                            request.Revision,
                            cancellationToken
                        ),
                    cancellationToken
                )
            )
            .ConfigureAwait(false);
        var result = DescriptionDiff.Compare(sides[0], sides[1], cancellationToken);
        if (request.Pacts.Count > 0)
        {
            result = ContractImpact.Add(result, sides[0].Root, sides[1].Root, PactContract.ReadAll(request.Pacts));
        }

        if (request.WithClient)
        {
            result = await ClientComparison
                .AddAsync(result, sides[0], sides[1], () => layout.Value, cancellationToken)
                .ConfigureAwait(false);
        }

        var accepted =
            request.AcceptedBreaks
            ?? (Checkout(layout) is { } found ? Path.Combine(found.OpenApi, "accepted-breaks.json") : null);
        if (request.AcceptedBreaks is not null && !File.Exists(accepted))
        {
            throw new SpecException(accepted!, "There is no such file of accepted breaks.", "Check --accepted.");
        }

        return accepted is null
            ? result
            : AcceptedBreaks.Read(accepted).Apply(result, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }

    private static RepositoryLayout? Checkout(Lazy<RepositoryLayout> layout)
    {
        try
        {
            return layout.Value;
        }
        catch (SpecException)
        {
            return null;
        }
    }
}
