using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>The ways to authenticate a call; one of them is enough. Many operations share one such list.</summary>
internal sealed class SecurityWays
{
    // Each way is held against each of the other side. Real descriptions list three.
    private const int MaxWays = 200;

    private readonly IReadOnlyList<SecurityRequirement> _all;
    private readonly Dictionary<SecurityWays, SecurityWays?> _unmet = [];
    private string? _text;

    private SecurityWays(IReadOnlyList<SecurityRequirement> all) => _all = all;

    /// <summary>Reads the ways that a list has.</summary>
    /// <param name="security">The list; null for none.</param>
    /// <param name="renamed">The new names of schemes that were renamed.</param>
    /// <exception cref="SpecException">The list is longer than any honest one.</exception>
    public static SecurityWays Read(JToken? security, IReadOnlyDictionary<string, string>? renamed = null)
    {
        if (security is JArray { Count: > MaxWays } list)
        {
            throw new SpecException(
                JsonPointer.Place("security", list),
                $"It lists {list.Count} ways to authenticate; at most {MaxWays} are compared.",
                DescriptionChecks.Correct
            );
        }

        return new SecurityWays(SecurityRequirement.ReadAll(security, renamed));
    }

    /// <summary>Gives the ways of which none of the other side is met; null when there is none.</summary>
    public SecurityWays? UnmetBy(SecurityWays other)
    {
        if (!_unmet.TryGetValue(other, out var unmet))
        {
            var ways = _all.Where(way => !other._all.Any(way.Meets)).ToList();
            _unmet[other] = unmet = ways.Count == 0 ? null : new SecurityWays(ways);
        }

        return unmet;
    }

    /// <summary>
    /// Finds the schemes that changed so much that a way of this list meets no way of the other any more, though it has
    /// the same names. Example: K was a key in the header and is one in the query, and both lists ask for K.
    /// </summary>
    /// <param name="other">The list of the other side.</param>
    /// <param name="changed">The schemes whose old credentials are no longer accepted.</param>
    public IReadOnlyCollection<string> UnmetBecauseOf(SecurityWays other, IReadOnlySet<string> changed) =>
        [
            .. _all.Select(way => other._all.Where(way.Meets).ToList())
                .Where(met => met.Count > 0 && met.TrueForAll(one => one.Schemes.Any(changed.Contains)))
                .SelectMany(met => met.SelectMany(one => one.Schemes))
                .Where(changed.Contains)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Writes the ways as a choice. Example: oauth2 (pins:read) or basic.</summary>
    public override string ToString() => _text ??= string.Join(" or ", _all);
}
