using System.Diagnostics;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>
/// Checks that the generated client is the one that the pinned description gives. A client that is missing is
/// generated.
/// </summary>
internal sealed class ClientCheck
{
    private const int MaximumNames = 10;

    private readonly RepositoryLayout _layout;
    private readonly ClientGenerator _generator;
    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];

    private ClientCheck(RepositoryLayout layout, ClientGenerator generator)
    {
        _layout = layout;
        _generator = generator;
    }

    /// <summary>Runs the check.</summary>
    /// <exception cref="SpecEnvironmentException">NSwag could not be run.</exception>
    public static Task<ClientCheckResult> RunAsync(
        RepositoryLayout layout,
        ClientGenerator generator,
        Description pinned,
        CancellationToken cancellationToken
    ) => new ClientCheck(layout, generator).RunAsync(pinned, cancellationToken);

    private async Task<ClientCheckResult> RunAsync(Description pinned, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var normalised = _generator.NormalisePinned(pinned, checkNames: false);
        _problems.AddRange(
            normalised
                .Names.Changes()
                .Select(change =>
                    $"A public name differs from openapi/names.lock.json. {change} "
                    + "Keep the name in openapi/names.json, or run 'pinterest-openapi pin --accept-names'."
                )
                .Take(MaximumNames)
        );
        _problems.AddRange(normalised.StaleDecisions.Select(decision => decision.ToString()));
        await CompareAsync(normalised, cancellationToken).ConfigureAwait(false);
        return new ClientCheckResult
        {
            Problems = _problems,
            Notes = _notes,
            Passes = normalised.Counts,
            Elapsed = watch.Elapsed,
        };
    }

    private async Task CompareAsync(NormalisedDescription normalised, CancellationToken cancellationToken)
    {
        var client = GeneratedClient.Read(_layout.Generated);
        if (client.Files.Count == 0)
        {
            await _generator.GenerateAsync(normalised, _layout.Generated, cancellationToken).ConfigureAwait(false);
            _notes.Add("The client was generated into src/Generated.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-check-");
        try
        {
            var fresh = await _generator
                .GenerateAsync(normalised, folder.FullName, cancellationToken)
                .ConfigureAwait(false);
            var stale = string.Join(", ", client.DifferentFrom(fresh));
            if (stale.Length > 0)
            {
                _problems.Add(
                    $"The generated client is stale: {stale} in src/Generated would change. Build src again."
                );
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
