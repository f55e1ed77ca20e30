using System.Diagnostics;
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
        CancellationToken cancellationToken
    ) => new ClientCheck(layout, generator).RunAsync(cancellationToken);

    private async Task<ClientCheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var record = GenerationRecord.Of(_layout);
        var client = GeneratedClient.Read(_layout.Generated);

        // To normalise and to run NSwag takes most of the time of a check, and would give the same again.
        if (record.Find(_layout.Generated, client.Files) is { } passes)
        {
            return new ClientCheckResult { Passes = passes };
        }

        // Reads the description anew, since the other half of the check reads its own at the same time.
        var normalised = _generator.NormalisePinned(checkNames: false);
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
        if (client.Files.Count == 0)
        {
            await GenerateAsync(normalised, record, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CompareAsync(client, normalised, cancellationToken).ConfigureAwait(false);
        }

        return new ClientCheckResult
        {
            Problems = _problems,
            Notes = _notes,
            Passes = normalised.Counts,
            Elapsed = watch.Elapsed,
        };
    }

    private async Task GenerateAsync(
        NormalisedDescription normalised,
        GenerationRecord record,
        CancellationToken cancellationToken
    )
    {
        var files = await _generator
            .GenerateAsync(normalised, _layout.Generated, cancellationToken)
            .ConfigureAwait(false);
        if (_problems.Count == 0)
        {
            record.Save(_layout.Generated, files, normalised);
        }

        _notes.Add("The client was generated into src/Generated.");
    }

    private async Task CompareAsync(
        GeneratedClient client,
        NormalisedDescription normalised,
        CancellationToken cancellationToken
    )
    {
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
