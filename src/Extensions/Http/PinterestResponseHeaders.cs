using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Pinterest.OpenApi;

/// <summary>
/// The headers of a response: rate limits, the request id and all others. Names are compared without case.
/// </summary>
public sealed class PinterestResponseHeaders : IReadOnlyDictionary<string, string>
{
    // Not copied: most calls read none of them.
    private readonly HttpHeadersNonValidated _headers;
    private readonly HttpHeadersNonValidated _contentHeaders;

    private PinterestResponseHeaders() { }

    internal PinterestResponseHeaders(HttpResponseMessage response)
    {
        _headers = response.Headers.NonValidated;
        _contentHeaders = response.Content.Headers.NonValidated;
    }

    /// <summary>
    /// Gets Pinterest's id of the request, from <c>x-pinterest-rid</c>. Give it to Pinterest's support.
    /// </summary>
    public string? RequestId => TryGetValue("x-pinterest-rid", out var id) ? id : null;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(header => header.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => this.Select(header => header.Value);

    /// <inheritdoc/>
    public int Count => _headers.Count + _contentHeaders.Count;

    internal static PinterestResponseHeaders None { get; } = new();

    /// <inheritdoc/>
    public string this[string key] =>
        TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"The response has no header '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _headers.Contains(key) || _contentHeaders.Contains(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var isThere = _headers.TryGetValues(key, out var values) || _contentHeaders.TryGetValues(key, out values);
        value = isThere ? values.ToString() : null;
        return isThere;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        _headers
            .Concat(_contentHeaders)
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))
            .GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
