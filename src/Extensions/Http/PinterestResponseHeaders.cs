using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Pinterest.OpenApi;

/// <summary>The headers of a reply: rate limits, the request id and all others. Names are compared without case.</summary>
public sealed class PinterestResponseHeaders : IReadOnlyDictionary<string, string>
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private PinterestResponseHeaders()
    {
    }

    internal PinterestResponseHeaders(HttpResponseMessage response)
    {
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)) _values[name] = string.Join(", ", values);
    }

    internal static PinterestResponseHeaders None { get; } = new();

    /// <summary>Gets Pinterest's id of the request, from <c>x-pinterest-rid</c>. Give it to Pinterest's support.</summary>
    public string? RequestId => _values.GetValueOrDefault("x-pinterest-rid");

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> Values => _values.Values;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public string this[string key] => _values[key];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
