using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Rules.Inclusion;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// Decides whether one schema allows all that another allows, where their keywords tell. Both are normal, as
/// Parts/SchemaText makes them. It is meant for the small schemas under not and if. Example: {enum: [A]} is included in
/// {enum: [A, B]}.
/// </summary>
internal static class SchemaTextInclusion
{
    private static readonly string[] UpperLimits = ["maximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] LowerLimits = ["minimum", "minLength", "minItems", "minProperties"];

    // Where each of two schemas has just one of these keywords, the answer is exact.
    private static readonly string[] Exact = ["enum", "type", "required", .. UpperLimits, .. LowerLimits];

    /// <summary>Decides it.</summary>
    /// <param name="narrow">The schema whose values are asked for.</param>
    /// <param name="wide">The schema that may allow them.</param>
    public static Inclusion Of(JToken narrow, JToken wide)
    {
        if (
            AllowsAll(wide)
            || narrow is JValue { Value: false }
            || CanonicalValue.Text(narrow) == CanonicalValue.Text(wide)
        )
        {
            return Yes;
        }

        if (narrow is not JObject narrowNode || wide is not JObject wideNode)
        {
            return AllowsAll(narrow) ? No : Unknown;
        }

        var answers = wideNode.Properties().Select(keyword => OfKeyword(narrowNode, keyword)).ToList();
        if (answers.TrueForAll(answer => answer == Yes))
        {
            return Yes;
        }

        var isExact =
            narrowNode.Count == 1
            && wideNode.Count == 1
            && narrowNode.Properties().First().Name == wideNode.Properties().First().Name;
        return isExact && answers[0] == No ? No : Unknown;
    }

    private static bool AllowsAll(JToken schema) => schema is JValue { Value: true } or JObject { HasValues: false };

    // Whether the values of a schema follow one keyword of another.
    private static Inclusion OfKeyword(JObject narrow, JProperty keyword)
    {
        var (name, wide) = (keyword.Name, keyword.Value);
        if (narrow[name] is { } said && CanonicalValue.Text(said) == CanonicalValue.Text(wide))
        {
            return Yes;
        }

        var isIncluded = (name, narrow[name], wide) switch
        {
            ("enum", JArray values, JArray others) => Texts(values).IsSubsetOf(Texts(others)),
            ("type", JArray types, JArray others) => Covers(Texts(others), Texts(types)),
            ("type", null, JArray others) when narrow["enum"] is JArray values => Covers(
                Texts(others),
                values.Select(TypeOf).ToHashSet(StringComparer.Ordinal)
            ),
            ("required", JArray names, JArray others) => Texts(names).IsSupersetOf(Texts(others)),
            _ => Array.IndexOf(UpperLimits, name) >= 0 && IsWithin(narrow[name], wide)
                || Array.IndexOf(LowerLimits, name) >= 0 && IsWithin(wide, narrow[name]),
        };
        return (isIncluded, name) switch
        {
            (true, _) => Yes,
            (_, "pattern") => OfPatterns(narrow[name], wide),
            (_, "properties") => OfProperties(narrow[name] as JObject, wide as JObject),
            _ => narrow[name] is not null && Array.IndexOf(Exact, name) >= 0 ? No : Unknown,
        };
    }

    private static bool IsWithin(JToken? smaller, JToken? greater) =>
        CanonicalValue.Number(smaller) is { } one && CanonicalValue.Number(greater) is { } other && one <= other;

    private static Inclusion OfPatterns(JToken? narrow, JToken wide) =>
        (narrow, wide) is (JValue { Value: string narrowText }, JValue { Value: string wideText })
        && PatternInclusion.Compare(wideText, narrowText) is PatternChange.Narrower or PatternChange.Same
            ? Yes
            : Unknown;

    private static Inclusion OfProperties(JObject? narrow, JObject? wide) =>
        wide is not null
        && wide.Properties()
            .All(property =>
                AllowsAll(property.Value) || (narrow?[property.Name] is { } other && Of(other, property.Value) == Yes)
            )
            ? Yes
            : Unknown;

    private static HashSet<string> Texts(JArray list) =>
        list.Select(CanonicalValue.Text).ToHashSet(StringComparer.Ordinal);

    private static bool Covers(HashSet<string> wide, HashSet<string> narrow) =>
        narrow.All(type => wide.Contains(type) || (type == "\"integer\"" && wide.Contains("\"number\"")));

    private static string TypeOf(JToken value) =>
        value.Type switch
        {
            JTokenType.String => "\"string\"",
            JTokenType.Integer => "\"integer\"",
            JTokenType.Float => "\"number\"",
            JTokenType.Boolean => "\"boolean\"",
            JTokenType.Array => "\"array\"",
            JTokenType.Object => "\"object\"",
            _ => "\"null\"",
        };
}
