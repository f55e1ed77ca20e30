using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>One way to authenticate a call: all of these schemes, each with all of its scopes.</summary>
internal sealed class SecurityRequirement
{
    private readonly Dictionary<string, HashSet<string>> _schemes;

    private SecurityRequirement(Dictionary<string, HashSet<string>> schemes) => _schemes = schemes;

    /// <summary>Reads the ways that an operation lists. No security at all is one way: without anything.</summary>
    /// <param name="security">The list.</param>
    /// <param name="renamed">The new names of schemes that were renamed.</param>
    public static List<SecurityRequirement> ReadAll(
        JToken? security,
        IReadOnlyDictionary<string, string>? renamed = null
    )
    {
        var requirements = (security as JArray ?? []).OfType<JObject>().Select(way => Read(way, renamed)).ToList();
        return requirements.Count == 0 ? [new([])] : requirements;
    }

    /// <summary>
    /// Tells whether a caller that meets this requirement meets another too. Example: oauth2 (pins:read, pins:write)
    /// meets oauth2 (pins:read).
    /// </summary>
    public bool Meets(SecurityRequirement other) =>
        other._schemes.All(scheme =>
            _schemes.TryGetValue(scheme.Key, out var scopes) && scheme.Value.IsSubsetOf(scopes)
        );

    /// <summary>Gets the names of the schemes.</summary>
    public IReadOnlyCollection<string> Schemes => _schemes.Keys;

    /// <inheritdoc/>
    public override string ToString() =>
        _schemes.Count == 0 ? "nothing" : string.Join(" and ", _schemes.Select(SayScheme));

    private static string SayScheme(KeyValuePair<string, HashSet<string>> scheme) =>
        scheme.Value.Count == 0
            ? scheme.Key
            : $"{scheme.Key} ({string.Join(", ", scheme.Value.Order(StringComparer.Ordinal))})";

    private static SecurityRequirement Read(JObject way, IReadOnlyDictionary<string, string>? renamed) =>
        new(
            way.Properties()
                .GroupBy(scheme => renamed?.GetValueOrDefault(scheme.Name) ?? scheme.Name, StringComparer.Ordinal)
                .ToDictionary(scheme => scheme.Key, Scopes, StringComparer.Ordinal)
        );

    private static HashSet<string> Scopes(IEnumerable<JProperty> schemes) =>
        schemes
            .SelectMany(scheme => scheme.Value as JArray ?? [])
            .Select(scope => scope.ToString())
            .ToHashSet(StringComparer.Ordinal);
}
