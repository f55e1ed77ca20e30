using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The parameters of a recorded request.</summary>
internal sealed class PactValues(IReadOnlyDictionary<string, string> path, PactRequest request) : ISentValues
{
    public IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> Query =>
        request.Query.Select(entry => KeyValuePair.Create(entry.Key, (IReadOnlyList<string?>)entry.Value));

    public string? InPath(string name) => path.GetValueOrDefault(name);

    public string? InHeader(string name) => request.Message.Headers.GetValueOrDefault(name);

    public IReadOnlyList<string?> InQuery(string name) => request.Query.GetValueOrDefault(name) ?? [];
}
