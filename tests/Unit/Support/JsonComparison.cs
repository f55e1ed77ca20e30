using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Compares JSON by what it says: numbers by value, times as instants.</summary>
internal static class JsonComparison
{
    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    /// <summary>Names the first place where two values differ, or gives null.</summary>
    public static string? Difference(JToken expected, JToken actual, string place = "$")
    {
        switch (expected, actual)
        {
            case (JObject left, JObject right):
                foreach (
                    var name in left.Properties().Select(p => p.Name).Union(right.Properties().Select(p => p.Name))
                )
                {
                    if (left[name] is null)
                    {
                        return $"{place}.{name} was invented: {right[name]}";
                    }

                    if (right[name] is null)
                    {
                        return $"{place}.{name} was lost: {left[name]}";
                    }

                    if (Difference(left[name]!, right[name]!, $"{place}.{name}") is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case (JArray left, JArray right) when left.Count == right.Count:
                return left.Zip(right)
                    .Select((pair, i) => Difference(pair.First, pair.Second, $"{place}[{i}]"))
                    .FirstOrDefault(found => found is not null);
            case (JValue { Type: JTokenType.String } left, JValue { Type: JTokenType.String } right)
                when Instant(left) is { } time:
                return time == Instant(right) ? null : $"{place}: {left} became {right}";
            default:
                return JToken.DeepEquals(expected, actual) || Number(expected) is { } number && number == Number(actual)
                    ? null
                    : $"{place}: {expected} became {actual}";
        }
    }

    private static DateTimeOffset? Instant(JValue value) =>
        value.Value is string { Length: > 10 } text
        && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static double? Number(JToken value) =>
        value.Type is JTokenType.Integer or JTokenType.Float ? (double)value : null;
}
