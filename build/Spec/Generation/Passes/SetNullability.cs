using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// A member may always be absent, so value types are nullable everywhere: nothing is sent that was not set, and a round
/// trip invents nothing. Only a required text, list or model is promised to be there.
/// </summary>
internal sealed class SetNullability : IPass
{
    public string Name => "members made nullable";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var (_, schema) in context.Components())
        {
            // NSwag takes an object without properties for "anything", unless it is composed of something.
            if (schema[Keywords.Base] is { } parent && schema["properties"] is JObject { Count: 0 })
            {
                schema["allOf"] = new JArray(References.ToSchema((string)parent!));
            }

            var required = (schema["required"] as JArray ?? []).Select(name => (string?)name).ToHashSet();
            foreach (var property in (schema["properties"] as JObject ?? []).Properties())
            {
                var value = (JObject)property.Value;
                if (
                    SchemaFacts.IsNullable(value)
                    || (
                        required.Contains(property.Name)
                        && !SchemaFacts.IsNullable(context.Resolve(value))
                        && !IsValueType(context, value)
                    )
                )
                {
                    continue;
                }

                value["nullable"] = true;
                count++;
            }
        }

        // nullable is kept on members and removed from types: C# has no nullable class.
        foreach (var (_, schema) in context.Components())
        {
            schema.Remove("nullable");
            RemoveFromItems(schema);
            foreach (var property in (schema["properties"] as JObject ?? []).PropertyValues().OfType<JObject>())
            {
                RemoveFromItems(property);
            }
        }

        return count;
    }

    // A list keeps a null aside, so its items are never null: IList<Role>, and not IList<Role?>.
    private static void RemoveFromItems(JObject schema)
    {
        foreach (var keyword in new[] { "items", "additionalProperties" })
        {
            if (schema[keyword] is JObject inner)
            {
                inner.Remove("nullable");
                RemoveFromItems(inner);
            }
        }
    }

    private static bool IsValueType(NormalisationContext context, JObject schema)
    {
        var target = context.Resolve(schema);
        return SchemaFacts.Type(target) is "integer" or "number" or "boolean"
            || SchemaFacts.IsStringEnum(target)
            || (string?)target["format"] is "date" or "date-time";
    }
}
