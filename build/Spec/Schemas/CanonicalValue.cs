using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Values of a description in a form in which equal values are equal.</summary>
internal static class CanonicalValue
{
    /// <summary>
    /// Writes a value as JSON. Equal values become equal text: <c>1.0</c> gives 1, and the members of objects are in the
    /// order of their names.
    /// </summary>
    public static string Text(JToken value) =>
        value switch
        {
            JObject node =>
                $"{{{string.Join(',', node.Properties().OrderBy(Name, StringComparer.Ordinal).Select(Member))}}}",
            JArray list => $"[{string.Join(',', list.Select(Text))}]",
            _ when ExactNumber.Of(value) is { } number => number.Canonical,
            _ => value.ToString(Formatting.None),
        };

    private static string Name(JProperty member) => member.Name;

    private static string Member(JProperty member) => $"{JsonConvert.ToString(member.Name)}:{Text(member.Value)}";

    /// <summary>
    /// Gets the value of a number, or null for anything else. A number that a decimal does not hold gives null, too; use
    /// <see cref="ExactNumber"/> where such numbers count.
    /// </summary>
    public static decimal? Number(JToken? value) => ExactNumber.Of(value)?.AsDecimal;
}
