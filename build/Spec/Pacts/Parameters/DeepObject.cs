using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts.Parameters;

/// <summary>
/// Reads the style deepObject. Example: <c>filter[range][start]=1&amp;filter[tags][]=a</c> gives
/// <c>{"range":{"start":1},"tags":["a"]}</c>. OpenAPI does not say how lists are written: the name repeated, with empty
/// brackets and with an index are all read.
/// </summary>
internal static class DeepObject
{
    /// <summary>Reads an object, or null when none was sent.</summary>
    public static JObject? Read(
        SchemaModel model,
        DescribedParameter parameter,
        IReadOnlyDictionary<string, IReadOnlyList<string>> sent
    )
    {
        JObject? made = null;
        foreach (var (key, texts) in sent)
        {
            if (key.StartsWith(parameter.Name + "[", StringComparison.Ordinal) && key.EndsWith(']'))
            {
                made ??= [];
                Add(model, made, parameter.Schema, (key[(parameter.Name.Length + 1)..^1].Split("]["), texts));
            }
        }

        return made;
    }

    private static void Add(
        SchemaModel model,
        JObject made,
        JToken? schema,
        (string[] Steps, IReadOnlyList<string> Texts) entry
    )
    {
        var (steps, texts) = entry;
        var isItem = steps.Length > 1 && IsIndex(steps[^1]);
        steps = isItem ? steps[..^1] : steps;
        var node = made;
        foreach (var step in steps[..^1])
        {
            schema = Below(model, schema, step);
            if (node[step] is not JObject next)
            {
                node[step] = next = [];
            }

            node = next;
        }

        var name = steps[^1];
        schema = Below(model, schema, name);
        var list = SchemaShapes.Of(model, schema).FirstOrDefault(SchemaShapes.IsArray);
        if (list is null && !isItem)
        {
            node[name] = TypedText.Of(model, schema, texts.Count > 0 ? texts[^1] : "");
            return;
        }

        var items = node[name] as JArray ?? [];
        foreach (var text in texts)
        {
            var item = list is null ? null : SchemaShapes.ItemOf(list, items.Count);
            items.Add(TypedText.Of(model, item, text));
        }

        node[name] = items;
    }

    private static bool IsIndex(string step) =>
        step.Length == 0 || int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static JToken? Below(SchemaModel model, JToken? schema, string name) =>
        SchemaShapes
            .Of(model, schema)
            .Select(shape => SchemaShapes.MemberOf(shape, name))
            .FirstOrDefault(member => member is not null);
}
