using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>Sentences about the values of a property or a parameter, made from the facts of its schema.</summary>
internal static class SchemaSentences
{
    private const int ShownValues = 6;

    /// <summary>Lists the sentences.</summary>
    /// <param name="context">The document.</param>
    /// <param name="name">The name of the property or the parameter; it may say a unit.</param>
    /// <param name="schema">The schema, or a reference to one.</param>
    /// <param name="isRequired">Whether a value is required.</param>
    public static IEnumerable<XmlText> Of(NormalisationContext context, string name, JObject schema, bool isRequired)
    {
        var target = context.Resolve(schema);
        IEnumerable<XmlText?> sentences =
        [
            isRequired ? XmlText.Of($"Required.") : null,
            schema["readOnly"].IsTrue() ? XmlText.Of($"Read-only: Pinterest sets it.") : null,
            schema["writeOnly"].IsTrue() ? XmlText.Of($"Write-only: Pinterest does not return it.") : null,
            Unit(name, target),
            Values(context, target),
            Coded("The value is always", target[Keywords.Constant]),
            Coded("Pinterest's default is", target["default"]),
            Range(target, "Length", "character"),
            Range(target, "Items", "item"),
            Simple(target["minimum"]) is { } minimum ? XmlText.Of($"At least {minimum}.") : null,
            Simple(target["maximum"]) is { } maximum ? XmlText.Of($"At most {maximum}.") : null,
            Coded("The value matches", target["pattern"]),
            schema["deprecated"].IsTrue() ? XmlText.Of($"Deprecated.") : null,
        ];
        return sentences.OfType<XmlText>();
    }

    // The name says the unit; this says what the unit is.
    private static XmlText? Unit(string name, JObject target)
    {
        if (SchemaFacts.Type(target) is not ("integer" or "number" or "string"))
        {
            return null;
        }

        return Words.Split(name).Select(word => word.ToLowerInvariant()).ToList() switch
        {
            [.., "micro", "currency"] => XmlText.Of($"In micro-currency: 1,000,000 is one unit of the currency."),
            [.., "in", "micro", "dollar" or "dollars"] => XmlText.Of($"In millionths of a dollar."),
            [.., "ms"] => XmlText.Of($"In milliseconds."),
            [.., "window" or "retention", "days"] => XmlText.Of($"In days."),
            _ => null,
        };
    }

    private static XmlText? Values(NormalisationContext context, JObject target)
    {
        if (target["items"] is JObject items && context.Resolve(items) is var item && SchemaFacts.IsStringEnum(item))
        {
            return Known("Each value is", item);
        }

        return SchemaFacts.IsStringEnum(target) ? Known("The value is", target) : null;
    }

    private static XmlText Known(string words, JObject schema)
    {
        var values = ((JArray)schema["enum"]!).Where(value => value.Type is JTokenType.String).ToList();
        return values.Count > ShownValues
            ? XmlText.Of(
                $"{words} one of {values.Count} known values, for example {XmlText.Join(Listed(values.Take(3)))}."
            )
            : XmlText.Of($"{words} one of {XmlText.Join(Listed(values))}, or a value that Pinterest added later.");
    }

    private static IEnumerable<XmlText> Listed(IEnumerable<JToken> values)
    {
        var texts = values.Select(XmlText.Value).ToList();
        return texts.Select(
            (text, i) => i == texts.Count - 1 ? XmlText.Of($"<c>{text}</c>") : XmlText.Of($"<c>{text}</c>,")
        );
    }

    private static XmlText? Coded(string words, JToken? value) =>
        Simple(value) is { } text ? XmlText.Of($"{words} <c>{text}</c>.") : null;

    private static XmlText? Range(JObject schema, string what, string unit) =>
        (Simple(schema["min" + what]), Simple(schema["max" + what])) switch
        {
            (null, null) => null,
            ({ } from, null) => XmlText.Of($"At least {Counted(from, unit)}."),
            (null, { } to) => XmlText.Of($"At most {Counted(to, unit)}."),
            ({ } from, { } to) when from == to => XmlText.Of($"Exactly {Counted(to, unit)}."),
            ({ } from, { } to) => XmlText.Of($"{from} to {Counted(to, unit)}."),
        };

    // "1 item", but "2 items".
    private static XmlText Counted(XmlText count, string unit) =>
        count.ToString() == "1" ? XmlText.Of($"{count} {unit}") : XmlText.Of($"{count} {unit}s");

    // A list or an object is no value that a sentence could name.
    private static XmlText? Simple(JToken? value) =>
        value is JValue { Type: not JTokenType.Null } ? XmlText.Value(value) : null;
}
