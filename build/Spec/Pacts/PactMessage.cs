using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The headers and the body of a request or a response.</summary>
/// <param name="Headers">The headers; their names in any case.</param>
/// <param name="Body">The body as JSON, or as a text; null for none.</param>
internal sealed record PactMessage(IReadOnlyDictionary<string, string> Headers, JToken? Body)
{
    /// <summary>Gets the content type without its parameters, or null when none is recorded.</summary>
    public string? ContentType => Headers.GetValueOrDefault("Content-Type")?.Split(';')[0].Trim();
}
