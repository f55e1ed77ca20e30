using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>
/// The facts of a description, and the keywords that were kept although no version of OpenAPI 3.0 defines them.
/// </summary>
/// <param name="Root">The facts: sorted keys, no prose.</param>
/// <param name="UnknownKeywords">Pointers of keywords that neither OpenAPI 3.0 nor earlier releases use.</param>
internal sealed record ReducedDescription(JObject Root, IReadOnlyList<string> UnknownKeywords);
