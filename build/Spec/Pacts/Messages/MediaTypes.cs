using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts.Messages;

/// <summary>
/// Finds the media type of a description that covers a recorded one. The most specific wins: application/json before
/// application/* before */*.
/// </summary>
internal static class MediaTypes
{
    private const string Json = "application/json";
    private const int Ranges = 2;

    /// <summary>Gives the type without its parameters, in lower case. Example: application/json; charset=utf-8.</summary>
    public static string Bare(string type) => type.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Tells whether a type is JSON. Example: application/problem+json.</summary>
    public static bool IsJson(string type) =>
        Bare(type) is var bare
        && (bare.EndsWith("/json", StringComparison.Ordinal) || bare.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Finds what covers a recorded type.</summary>
    /// <param name="content">The media types of the description.</param>
    /// <param name="recorded">The recorded type.</param>
    /// <returns>Null when none does.</returns>
    public static JProperty? Covering(JObject content, string recorded) =>
        content
            .Properties()
            .Select(type => (Type: type, Rank: Rank(type.Name, recorded)))
            .Where(type => type.Rank > 0)
            .OrderByDescending(type => type.Rank)
            .Select(type => type.Type)
            .FirstOrDefault();

    /// <summary>
    /// Gives the type of a message that records none: JSON for objects and lists, and for them the first type that is
    /// JSON where the description does not name application/json.
    /// </summary>
    /// <param name="content">The media types of the description.</param>
    /// <param name="body">The recorded body.</param>
    public static string Assumed(JObject content, JToken body)
    {
        if (Covering(content, Json) is { } json && (body is JContainer || Bare(json.Name) == Json))
        {
            return Json;
        }

        var names = content.Properties().Select(type => type.Name);
        return (body is JContainer ? names.FirstOrDefault(IsJson) : names.FirstOrDefault()) ?? Json;
    }

    private static int Rank(string described, string recorded)
    {
        var (left, right) = (Bare(described), Bare(recorded));
        if (left == right)
        {
            return ParameterRank(Parameters(described), Parameters(recorded));
        }

        if (left is "*/*" or "*")
        {
            return 1;
        }

        return left.EndsWith("/*", StringComparison.Ordinal) && right.StartsWith(left[..^1], StringComparison.Ordinal)
            ? Ranges
            : 0;
    }

    // A parameter that the description names and the pact leaves out is no conflict; another value of it is.
    private static int ParameterRank(Dictionary<string, string> described, Dictionary<string, string> recorded)
    {
        var same = described.Count(parameter => recorded.GetValueOrDefault(parameter.Key) == parameter.Value);
        var isConflict = described.Any(parameter =>
            recorded.TryGetValue(parameter.Key, out var value) && value != parameter.Value
        );
        return isConflict ? 0 : Ranges + 1 + same;
    }

    // The charset says how the bytes are read, and pacts hold what was read.
    private static Dictionary<string, string> Parameters(string type) =>
        type.Split(';')
            .Skip(1)
            .Select(parameter => parameter.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .Select(parts =>
                (Name: parts[0].Trim().ToLowerInvariant(), Value: parts[1].Trim().Trim('"').ToLowerInvariant())
            )
            .Where(parameter => parameter.Name is not ("charset" or "boundary"))
            .DistinctBy(parameter => parameter.Name)
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
