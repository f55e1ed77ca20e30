using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Replaces the schemas of OpenAPI 3.1 that are only true or false, which 3.0 does not know.</summary>
internal static class OpenApi31Booleans
{
    private static readonly string[] Lists = ["allOf", "oneOf", "anyOf"];

    /// <summary>Replaces schemas that are true or false below a schema: true allows everything, as {} does.</summary>
    public static void WrapBooleans(JObject schema)
    {
        OpenBooleans(schema["properties"] as JObject);
        if (schema["items"] is JValue { Value: bool })
        {
            schema["items"] = new JObject();
        }

        if (schema["not"] is JValue)
        {
            schema.Remove("not");
        }

        foreach (var list in Lists.Select(keyword => schema[keyword]).OfType<JArray>())
        {
            foreach (var entry in list.OfType<JValue>().Where(entry => entry.Value is bool).ToList())
            {
                if (entry.IsTrue())
                {
                    entry.Replace(new JObject());
                }
                else
                {
                    entry.Remove();
                }
            }
        }

        foreach (var keyword in Lists.Where(keyword => schema[keyword] is JArray { Count: 0 }))
        {
            schema.Remove(keyword);
        }
    }

    /// <summary>Replaces schemas of a map that are true; one that is false allows no value, and is removed.</summary>
    public static void OpenBooleans(JObject? map)
    {
        foreach (var entry in (map?.Properties() ?? []).Where(entry => entry.Value is JValue { Value: bool }).ToList())
        {
            if (entry.Value.IsTrue())
            {
                entry.Value = new JObject();
            }
            else
            {
                entry.Remove();
            }
        }
    }
}
