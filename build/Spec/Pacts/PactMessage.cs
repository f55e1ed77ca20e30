using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The headers and the body of a request or a response.</summary>
/// <param name="Headers">The headers; their names in any case.</param>
/// <param name="Body">The body as JSON, or as a text; null for none.</param>
internal sealed record PactMessage(IReadOnlyDictionary<string, string> Headers, JToken? Body)
{
    /// <summary>Gets the content type as it is recorded, or null when none is.</summary>
    public string? FullContentType => Headers.GetValueOrDefault("Content-Type");

    /// <summary>Gets the content type without its parameters, or null when none is recorded.</summary>
    public string? ContentType => FullContentType?.Split(';')[0].Trim();

    /// <summary>Gets the cookies of the header Cookie: each name with its values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cookies =>
        (Headers.GetValueOrDefault("Cookie") ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(cookie => cookie.Split('=', 2))
            .GroupBy(parts => parts[0].Trim(), parts => parts.Length > 1 ? parts[1].Trim() : "", StringComparer.Ordinal)
            .ToDictionary(
                cookie => cookie.Key,
                cookie => (IReadOnlyList<string>)[.. cookie.Select(Uri.UnescapeDataString)],
                StringComparer.Ordinal
            );
}
