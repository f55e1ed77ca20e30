using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>The one reader of forms: turns the text of a form into the object that the description means.</summary>
internal static class FormBody
{
    /// <summary>
    /// Reads a form. Each value of a field whose schema is an array is an item of it. The last value of any other
    /// field counts. Names are compared as they are written. Example: <c>id=1&amp;id=2</c> gives
    /// <c>{"id":["1","2"]}</c> where id is an array, and <c>{"id":"2"}</c> otherwise.
    /// </summary>
    /// <param name="text">The form, as it was sent.</param>
    /// <param name="schema">What the form may be, or null when nothing is said.</param>
    /// <param name="encoding">How fields are written, by name, or null. A field of the style deepObject is an object:
    /// <c>card[number]=42</c> gives <c>{"card":{"number":"42"}}</c>.</param>
    public static JObject Read(string text, EffectiveSchema? schema = null, JObject? encoding = null)
    {
        var fields = FormText.Fields(text).ToLookup(field => Deep(encoding, field.Name) is not null);
        var form = Plain(fields[false], schema);
        foreach (var (name, value) in fields[true])
        {
            Put(form, Deep(encoding, name)!, value);
        }

        return form;
    }

    // card[address][city] gives card, address, city where card has the style deepObject.
    private static string[]? Deep(JObject? encoding, string name)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return
            bracket > 0 && name.EndsWith(']') && encoding.Member(name[..bracket]).Member("style").Text() == "deepObject"
            ? [name[..bracket], .. name[(bracket + 1)..^1].Split("][")]
            : null;
    }

    private static void Put(JObject form, string[] steps, string value)
    {
        var node = form;
        foreach (var step in steps[..^1])
        {
            if (node[step] is not JObject next)
            {
                node[step] = next = [];
            }

            node = next;
        }

        node[steps[^1]] = value;
    }

    private static JObject Plain(IEnumerable<(string Name, string Value)> fields, EffectiveSchema? schema) =>
        new(
            fields
                .GroupBy(field => field.Name, field => field.Value, StringComparer.Ordinal)
                .Select(field => new JProperty(
                    field.Key,
                    IsArray(schema, field.Key) ? new JArray(field) : field.Last()
                ))
        );

    private static bool IsArray(EffectiveSchema? schema, string name) =>
        schema is not null && Declared(schema, name, [])?.Types is { Count: 1 } types && types.Contains("array");

    // A form may be a union: then its variants declare most of the fields. A variant may lead back to the union.
    private static EffectiveSchema? Declared(EffectiveSchema schema, string name, HashSet<EffectiveSchema> seen)
    {
        if (!seen.Add(schema))
        {
            return null;
        }

        return schema.Properties.GetValueOrDefault(name)
            ?? schema
                .Unions.SelectMany(union => union.Choices)
                .Select(choice => Declared(choice.Schema, name, seen))
                .FirstOrDefault(found => found is not null);
    }
}
