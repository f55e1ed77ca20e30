using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Reconstruction;

/// <summary>
/// Makes components of inline schemas as OpenAPI Generator does: in the order of the document, each named after its
/// place, and an equal one only once.
/// </summary>
internal sealed partial class HoistedDescription
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly JObject _schemas;
    private readonly JObject _root;

    private HoistedDescription(JObject root)
    {
        _root = root;
        _schemas = (JObject)root["components"]!["schemas"]!;
    }

    /// <summary>Changes a description.</summary>
    /// <returns>The made-up names.</returns>
    public static IReadOnlyList<string> Hoist(JObject root)
    {
        var hoisted = new HoistedDescription(root);
        hoisted.HoistOperations();
        foreach (var component in hoisted._schemas.Properties().ToList())
        {
            hoisted.HoistBelow((JObject)component.Value, component.Name);
        }

        return hoisted._names;
    }

    private void HoistOperations()
    {
        foreach (var operation in OperationNodes.All(_root).Select(operation => operation.Node).ToList())
        {
            var id = NoWord().Replace((string)operation["operationId"]!, "_");
            foreach (var media in Media(operation["requestBody"]))
            {
                Hoist(media, "schema", $"{id}_request");
            }

            foreach (var response in (operation["responses"] as JObject ?? []).Properties())
            {
                foreach (var media in Media(response.Value))
                {
                    Hoist(media, "schema", $"{id}_{response.Name}_response");
                }
            }
        }
    }

    private static IEnumerable<JObject> Media(JToken? body) =>
        (body.Member("content") as JObject ?? []).PropertyValues().OfType<JObject>();

    private void Hoist(JToken owner, object member, string name)
    {
        if (owner[member] is not JObject schema || References.Target(schema) is not null)
        {
            return;
        }

        HoistBelow(schema, name);
        var isHoisted = schema["properties"] is not null || schema["oneOf"] is not null || schema["anyOf"] is not null;
        if (!isHoisted)
        {
            return;
        }

        var text = schema.ToString(Formatting.None);
        if (!_known.TryGetValue(text, out var known))
        {
            var number = 0;
            known = name;
            while (_schemas[known] is not null)
            {
                known = $"{name}_{++number}";
            }

            _known[text] = known;
            _names.Add(known);
            _schemas[known] = schema.DeepClone();
        }

        owner[member] = References.ToSchema(known);
    }

    private void HoistBelow(JObject schema, string name)
    {
        foreach (var property in (schema["properties"] as JObject ?? []).Properties().ToList())
        {
            Hoist(schema["properties"]!, property.Name, $"{name}_{NoWord().Replace(property.Name, "_")}");
        }

        Hoist(schema, "items", name + "_inner");
        Hoist(schema, "additionalProperties", name + "_value");
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            for (var i = 0; i < (schema[keyword] as JArray ?? []).Count; i++)
            {
                Hoist(schema[keyword]!, i, i == 0 ? $"{name}_{keyword}" : $"{name}_{keyword}_{i}");
            }
        }

        // A part of allOf stays where it is, and what is in it is named after its number.
        var parts = (schema["allOf"] as JArray ?? []).OfType<JObject>().ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            if (References.Target(parts[i]) is null)
            {
                HoistBelow(parts[i], i == 0 ? $"{name}_allOf" : $"{name}_{i}");
            }
        }
    }

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NoWord();
}
