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
    public static IEnumerable<XmlText> Of(NormalisationContext context, JObject schema, bool isRequired)
    {
        var target = context.Resolve(schema);
        IEnumerable<XmlText?> sentences =
        [
            isRequired ? XmlText.Of($"Required.") : null,
            schema["readOnly"].IsTrue() ? XmlText.Of($"Set by Pinterest, not by a caller.") : null,
            Coded("Always", target[Keywords.Constant]),
            Coded("Pinterest's default is", target["default"]),
            Range(target, "Length", "characters"),
            Range(target, "Items", "items"),
            Simple(target["minimum"]) is { } minimum ? XmlText.Of($"At least {minimum}.") : null,
            Simple(target["maximum"]) is { } maximum ? XmlText.Of($"At most {maximum}.") : null,
            Coded("Matches", target["pattern"]),
            schema["deprecated"].IsTrue() ? XmlText.Of($"Deprecated.") : null,
        ];
        return sentences.OfType<XmlText>();
    }

    private static XmlText? Coded(string words, JToken? value) =>
        Simple(value) is { } text ? XmlText.Of($"{words} <c>{text}</c>.") : null;

    private static XmlText? Range(JObject schema, string what, string unit) =>
        (Simple(schema["min" + what]), Simple(schema["max" + what])) switch
        {
            (null, null) => null,
            ({ } from, null) => XmlText.Of($"At least {from} {unit}."),
            (null, { } to) => XmlText.Of($"At most {to} {unit}."),
            ({ } from, { } to) => XmlText.Of($"{from} to {to} {unit}."),
        };

    // A list or an object is no value that a sentence could name.
    private static XmlText? Simple(JToken? value) =>
        value is JValue { Type: not JTokenType.Null } ? XmlText.Value(value) : null;
}
