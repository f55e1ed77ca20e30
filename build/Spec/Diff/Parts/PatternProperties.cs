using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>What the properties whose names match a pattern must be.</summary>
internal sealed class PatternProperties
{
    // Names and patterns are written by others. Such a match takes microseconds.
    private static readonly TimeSpan MaxMatch = TimeSpan.FromSeconds(1);

    // All names are matched with all patterns, so thousands of both would take half a minute. A property whose pattern
    // is left out counts as one of its own.
    private const int MaxMatched = 64;

    // Every property that only one side has asks for the patterns of the other.
    private static readonly ConditionalWeakTable<EffectiveSchema, PatternProperties> Known = [];

    private readonly Lazy<List<(Regex Pattern, InnerSchema Inner)>> _matchers;

    private PatternProperties(IReadOnlyDictionary<string, InnerSchema> all)
    {
        All = all;
        _matchers = new(() =>
            [
                .. all.Take(MaxMatched)
                    .Select(entry => (Pattern: Parsed(entry.Key)!, entry.Value))
                    .Where(entry => entry.Pattern is not null),
            ]
        );
    }

    /// <summary>Gets the schemas by pattern.</summary>
    public IReadOnlyDictionary<string, InnerSchema> All { get; }

    /// <summary>Reads them. A pattern that several parts of a schema have counts once, with all its schemas.</summary>
    public static PatternProperties Of(EffectiveSchema schema) => Known.GetValue(schema, Read);

    /// <summary>Gives what a property with a name must be; null where no pattern matches it.</summary>
    public InnerSchema? For(string name) =>
        _matchers.Value.Where(entry => Matches(entry.Pattern, name)).Select(entry => entry.Inner).FirstOrDefault();

    private static PatternProperties Read(EffectiveSchema schema) =>
        new(
            schema
                .Keywords("patternProperties")
                .OfType<JObject>()
                .SelectMany(map => map.Properties())
                .GroupBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(group =>
                    (group.Key, Inner: InnerSchema.Of(schema.Model, group.Select(entry => (JToken?)entry.Value)))
                )
                .Where(entry => entry.Inner is not null)
                .ToDictionary(entry => entry.Key, entry => entry.Inner!, StringComparer.Ordinal)
        );

    // A pattern that .NET does not read in this way matches nothing, so its property counts as one of its own.
    private static Regex? Parsed(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MaxMatch);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool Matches(Regex pattern, string name)
    {
        try
        {
            return pattern.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
