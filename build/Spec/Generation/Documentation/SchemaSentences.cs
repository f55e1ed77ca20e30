using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>Sentences about the values of a property or a parameter, made from the facts of its schema.</summary>
internal static class SchemaSentences
{
    /// <summary>Lists the sentences.</summary>
    /// <param name="context">The document.</param>
    /// <param name="schema">The schema, or a reference to one.</param>
    /// <param name="isRequired">Whether a value is required.</param>
    public static IEnumerable<string> Of(NormalisationContext context, JObject schema, bool isRequired)
    {
        var target = context.Resolve(schema);
        IEnumerable<string?> sentences =
        [
            isRequired ? "Required." : null,
            schema["readOnly"].IsTrue() ? "Set by Pinterest, not by a caller." : null,
            Coded("Always", target[Keywords.Constant]),
            Coded("Pinterest's default is", target["default"]),
            Range(target, "Length", "characters"),
            Range(target, "Items", "items"),
            target["minimum"] is { } minimum ? $"At least {XmlText.Invariant(minimum)}." : null,
            target["maximum"] is { } maximum ? $"At most {XmlText.Invariant(maximum)}." : null,
            Coded("Matches", target["pattern"]),
            schema["deprecated"].IsTrue() ? "Deprecated." : null,
        ];
        return sentences.OfType<string>();
    }

    private static string? Coded(string words, JToken? value) =>
        value is JValue { Type: not JTokenType.Null }
            ? $"{words} <c>{XmlText.Escape(XmlText.Invariant(value))}</c>."
            : null;

    private static string? Range(JObject schema, string what, string unit) =>
        (schema["min" + what], schema["max" + what]) switch
        {
            (null, null) => null,
            ({ } from, null) => $"At least {XmlText.Invariant(from)} {unit}.",
            (null, { } to) => $"At most {XmlText.Invariant(to)} {unit}.",
            ({ } from, { } to) => $"{XmlText.Invariant(from)} to {XmlText.Invariant(to)} {unit}.",
        };
}
