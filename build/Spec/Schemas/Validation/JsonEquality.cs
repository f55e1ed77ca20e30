using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>
/// Compares JSON values as JSON Schema does. Equal numbers are equal however they are written, and the members of an
/// object have no order. Example: <c>{"a":1,"b":2}</c> equals <c>{"b":2.0,"a":1}</c>.
/// </summary>
internal static class JsonEquality
{
    /// <summary>Tells whether two values are equal.</summary>
    public static bool AreEqual(JToken left, JToken right) => Canonical(left) == Canonical(right);

    /// <summary>Gives equal values the same text.</summary>
    public static string Canonical(JToken value) =>
        value switch
        {
            JObject node =>
                $"{{{string.Join(
                    ',',
                    node.Properties()
                        .OrderBy(member => member.Name, StringComparer.Ordinal)
                        .Select(member => $"{Newtonsoft.Json.JsonConvert.ToString(member.Name)}:{Canonical(member.Value)}")
                )}}}",
            JArray list => $"[{string.Join(',', list.Select(Canonical))}]",
            JValue { Type: JTokenType.Float, Value: double number } when CanonicalValue.Number(value) is null =>
                number.ToString("R", CultureInfo.InvariantCulture),
            _ => CanonicalValue.Text(value),
        };
}
