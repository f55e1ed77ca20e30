using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Reads which types several schema nodes allow together.</summary>
internal static class TypeReader
{
    /// <summary>Reads the types.</summary>
    /// <param name="parts">The nodes, outermost first.</param>
    /// <param name="contradict">Gets the place of a type that excludes that of an outer node.</param>
    /// <returns>The types without null, and where the first is said. Null types allow everything.</returns>
    public static (IReadOnlySet<string>? Types, JToken? Place) Read(
        IReadOnlyList<JObject> parts,
        Action<JToken> contradict
    )
    {
        HashSet<string>? types = null;
        JToken? place = null;
        foreach (var part in parts)
        {
            if (Said(part["type"]) is not { Count: > 0 } said)
            {
                continue;
            }

            place ??= part["type"];
            types = types is null ? said : Both(types, said, part["type"]!, contradict);
        }

        return types is null ? (Implied(parts), null) : (types, place);
    }

    // A text in 3.0, a list in 3.1.
    private static HashSet<string>? Said(JToken? type)
    {
        HashSet<string>? said = type switch
        {
            JValue { Value: string one } => [one],
            JArray list => [.. list.OfType<JValue>().Select(item => (string?)item).OfType<string>()],
            _ => null,
        };
        said?.Remove("null");
        return said;
    }

    // [number] and [integer, string] allow integer. Types that exclude each other are the author's mistake: the
    // outer one counts.
    private static HashSet<string> Both(
        HashSet<string> left,
        HashSet<string> right,
        JToken place,
        Action<JToken> contradict
    )
    {
        var both = left.Where(type => right.Contains(type) || (type == "integer" && right.Contains("number")))
            .Concat(right.Where(type => type == "integer" && left.Contains("number")))
            .ToHashSet(StringComparer.Ordinal);
        if (both.Count > 0)
        {
            return both;
        }

        contradict(place);
        return left;
    }

    // A node without a type that has properties means an object, and so on.
    private static HashSet<string>? Implied(IReadOnlyList<JObject> parts)
    {
        foreach (var part in parts)
        {
            if (part["properties"] is JObject || part["additionalProperties"] is JObject)
            {
                return ["object"];
            }

            if (part["items"] is JObject)
            {
                return ["array"];
            }

            if (TypesOf(part["enum"] as JArray ?? (part["const"] is { } only ? [only.DeepClone()] : [])) is { } types)
            {
                return types;
            }
        }

        return null;
    }

    // Listed values say their types. Example: {const: 1} allows an integer.
    private static HashSet<string>? TypesOf(JArray values)
    {
        var types = values
            .Where(value => value.Type is not JTokenType.Null)
            .Select(value => ValueTypes.Is(value, "integer") ? "integer" : ValueTypes.Name(value))
            .ToHashSet(StringComparer.Ordinal);
        return types.Count == 0 ? null : types;
    }
}
