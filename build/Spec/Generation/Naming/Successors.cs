using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>
/// What of a newer description stands for what an older one has: a schema that was renamed has the same members under
/// another name. Example: Ad of 5.28.0 for AdResponse of 5.23.0.
/// </summary>
internal sealed class Successors
{
    // Of 182 schemas that went from 5.23.0 to 5.28.0, every pair above this was right, and most below it was not.
    private const double Threshold = 0.75;
    private const double NameWeight = 0.25;

    // With a smaller share of common features the threshold cannot be reached, even by the same words.
    private const double LeastShare = 0.6;

    // A description of thousands of other schemas is another API, and not a newer release. The move to 5.28.0 had 103,194.
    private const long MaxPairs = 4_000_000;

    // A schema with one feature, for example a plain string, is like many others.
    private const int MinFeatures = 2;

    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _schemas = new(StringComparer.Ordinal);

    private Successors() { }

    /// <summary>Gets an instance that knows none.</summary>
    public static Successors None { get; } = new();

    /// <summary>Gets the renamed schemas, older name first.</summary>
    public IReadOnlyDictionary<string, string> Schemas => _schemas;

    /// <summary>Gets the renamed shared parameters, older key first.</summary>
    public IReadOnlyDictionary<string, string> Parameters => _parameters;

    /// <summary>Finds the successors.</summary>
    /// <param name="older">The older description.</param>
    /// <param name="newer">The newer description.</param>
    public static Successors Find(JObject older, JObject newer)
    {
        var successors = new Successors();
        var gone = Missing(older, newer, "schemas").ToList();
        var added = Missing(newer, older, "schemas").ToList();
        if ((long)gone.Count * added.Count <= MaxPairs)
        {
            successors.AddSchemas(
                [.. gone.Select(entry => new Candidate(entry.Name, older, entry.Value))],
                [.. added.Select(entry => new Candidate(entry.Name, newer, entry.Value))]
            );
        }

        // A shared parameter is what its place and name say.
        var parameters = Missing(newer, older, "parameters")
            .ToLookup(entry => Identity(entry.Value), entry => entry.Name);
        foreach (var (name, value) in Missing(older, newer, "parameters"))
        {
            if (parameters[Identity(value)].FirstOrDefault() is { } successor)
            {
                successors._parameters[name] = successor;
            }
        }

        return successors;
    }

    /// <summary>
    /// Finds the schemas that an inline type became. Example: the enum of <c>IntegrationLogClientRequest.method</c> became the
    /// schema HttpMethod.
    /// </summary>
    /// <param name="older">The older description.</param>
    /// <param name="newer">The newer description.</param>
    /// <param name="inlineTypes">The inline types of the older one: the pointer of each, and its C# name.</param>
    /// <returns>The C# names, by the newer schema.</returns>
    public IReadOnlyDictionary<string, string> OfInlineTypes(
        JObject older,
        JObject newer,
        IEnumerable<KeyValuePair<string, string>> inlineTypes
    )
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, name) in inlineTypes)
        {
            if (
                JsonPointer.Find(older, place) is JObject before
                && JsonPointer.Find(newer, Moved(place)) is JObject after
                && OnlyReference(after) is { } schema
                && older["components"].Member("schemas").Member(schema) is null
                && Candidate.AreAlike(older, before, newer, after)
            )
            {
                found.TryAdd(schema, name);
            }
        }

        return found;
    }

    private string Moved(string place) =>
        JsonPointer.Steps(place).ToList() is ["components", "schemas", var schema, .. var rest]
        && _schemas.TryGetValue(schema, out var successor)
            ? rest.Aggregate(References.SchemaPrefix + successor, JsonPointer.Append)
            : place;

    private static string? OnlyReference(JObject schema) =>
        References.SchemaName(schema)
        ?? (
            schema["allOf"] is JArray { Count: 1 } parts && parts[0] is JObject part
                ? References.SchemaName(part)
                : null
        );

    // The schema that is most like an old one must have it as the most like, too.
    private static IEnumerable<(string Old, string New)> MutualBest(List<Candidate> gone, List<Candidate> added)
    {
        var pairs = (
            from old in gone
            from found in added
            let likeness = old.Likeness(found)
            where likeness >= Threshold
            orderby likeness descending, old.Name, found.Name
            select (Old: old.Name, New: found.Name)
        ).ToList();
        var firstOfOld = pairs.DistinctBy(pair => pair.Old).ToHashSet();
        return pairs.DistinctBy(pair => pair.New).Where(firstOfOld.Contains);
    }

    private void AddSchemas(List<Candidate> gone, List<Candidate> added)
    {
        foreach (var (old, found) in MutualBest(gone, added))
        {
            _schemas[old] = found;
        }
    }

    private static IEnumerable<(string Name, JObject Value)> Missing(JObject of, JObject from, string section)
    {
        var present = from["components"].Member(section) as JObject ?? [];
        return (of["components"].Member(section) as JObject ?? [])
            .Properties()
            .Where(entry => entry.Value is JObject && !present.ContainsKey(entry.Name))
            .Select(entry => (entry.Name, (JObject)entry.Value));
    }

    private static string Identity(JObject parameter) => $"{parameter["in"].Text()} {parameter["name"].Text()}";

    private sealed class Candidate(string name, JObject root, JObject schema)
    {
        private readonly HashSet<string> _features = SchemaFeatures.Of(root, schema);
        private readonly HashSet<string> _words =
        [
            .. Words.Split(name).Select(word => Words.Singular(word).ToUpperInvariant()),
        ];

        public string Name => name;

        public static bool AreAlike(JObject older, JObject before, JObject newer, JObject after) =>
            Share(SchemaFeatures.Of(older, before), SchemaFeatures.Of(newer, after)) >= Threshold;

        public double Likeness(Candidate other)
        {
            if (_features.Count < MinFeatures || !_words.Overlaps(other._words))
            {
                return 0;
            }

            return ((1 - NameWeight) * Share(_features, other._features)) + (NameWeight * Share(_words, other._words));
        }

        // The share of what both have in what either has.
        private static double Share(HashSet<string> left, HashSet<string> right)
        {
            var smaller = Math.Min(left.Count, right.Count);
            var larger = Math.Max(left.Count, right.Count);
            // No more than the smaller set can be in both, so sets of very different sizes are not compared one by one.
            var most = (double)smaller / larger;
            if (most < LeastShare)
            {
                return most;
            }

            var both = left.Count(right.Contains);
            return (double)both / (left.Count + right.Count - both);
        }
    }
}
