using System.Text.Json;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>The first stored release of each operation.</summary>
internal sealed class OperationHistory
{
    private readonly Dictionary<string, string> _since;

    private OperationHistory(Dictionary<string, string> since) => _since = since;

    /// <summary>Reads the stored releases up to a version.</summary>
    /// <param name="store">The releases.</param>
    /// <param name="version">The version of the description whose operations are asked for.</param>
    /// <exception cref="SpecException">A release is damaged.</exception>
    public static OperationHistory Read(ReleaseStore store, string version)
    {
        var since = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var release in store.List().Where(known => ReleaseStore.CompareVersions(known.Version, version) <= 0))
        {
            // An operation that was removed and added again is as old as its return.
            since = Keys(store, release.Version)
                .ToDictionary(key => key, key => since.GetValueOrDefault(key, release.Version), since.Comparer);
        }

        return new OperationHistory(since);
    }

    /// <summary>Adds to each operation since when it exists.</summary>
    public IReadOnlyList<OperationFacts> Date(IEnumerable<OperationFacts> operations) =>
        [.. operations.Select(operation => operation with { Since = Since(operation) })];

    private string? Since(OperationFacts operation) =>
        _since.GetValueOrDefault(OperationKeys.Of(operation.Method, operation.Path));

    private static HashSet<string> Keys(ReleaseStore store, string version)
    {
        try
        {
            return OperationKeys.Read(store.ReadBytes(version));
        }
        catch (JsonException e)
        {
            throw new SpecException(
                $"openapi/{ReleaseStore.FileOf(version)}",
                $"The description in it is no JSON: {e.Message}",
                "Restore openapi/releases from version control."
            );
        }
    }
}
