using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts.Parameters;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts.Messages;

/// <summary>
/// Reads a form as the object that the description means: its numbers, its lists, and the styles of its encoding.
/// Example: <c>id=1&amp;id=2</c> gives <c>{"id":[1,2]}</c> where id is a list of integers.
/// </summary>
internal static class FormValue
{
    /// <summary>Reads a form.</summary>
    /// <param name="model">The schemas of the description.</param>
    /// <param name="declared">The media type of the description: its schema and its encoding.</param>
    /// <param name="text">The form, as it is recorded.</param>
    public static JObject Read(SchemaModel model, JToken? declared, string text)
    {
        var sent = FormText
            .Fields(text)
            .GroupBy(field => field.Name, field => field.Value, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field], StringComparer.Ordinal);
        var shapes = SchemaShapes.Of(model, declared.Member("schema"));
        var values = new ParameterValues(model);
        var fields = shapes
            .SelectMany(shape => shape.Properties.Keys)
            .Distinct(StringComparer.Ordinal)
            .Select(name => Field(declared, shapes, name))
            .ToList();
        var made = new JObject();
        foreach (var field in fields)
        {
            if (values.Read(field, sent, sent.Keys.ToHashSet(StringComparer.Ordinal)) is { Values: [var value, ..] })
            {
                made[field.Name] = value;
            }
        }

        foreach (var (name, texts) in sent.Where(entry => !fields.Exists(field => values.Owns(field, entry.Key))))
        {
            made[name] = TypedText.Of(model, Member(shapes, name), texts[^1]);
        }

        foreach (var field in fields.Where(field => made[field.Name] is null && sent.ContainsKey(field.Name)))
        {
            made[field.Name] = sent[field.Name][^1];
        }

        return made;
    }

    private static DescribedParameter Field(JToken? declared, IReadOnlyList<EffectiveSchema> shapes, string name) =>
        DescribedParameter.OfField(name, declared.Member("encoding").Member(name) as JObject, Member(shapes, name));

    private static JToken? Member(IReadOnlyList<EffectiveSchema> shapes, string name) =>
        shapes.Select(shape => SchemaShapes.MemberOf(shape, name)).FirstOrDefault(member => member is not null);
}
