using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// An object with typed additional members becomes a dictionary when its declared properties only show what the keys
/// are. Examples: {APP_TYPE: integer} names the kind of key, {18-24: integer} is a sample key.
/// </summary>
internal sealed class UseDictionaries : IPass
{
    public string Name => "dictionaries recognised";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root).ToList())
        {
            if (
                schema["additionalProperties"] is not JObject value
                || schema["properties"] is not JObject { Count: > 0 } properties
            )
            {
                continue;
            }

            if (
                schema["required"] is JArray { Count: > 0 }
                || !(
                    NamesTheKey(properties, value)
                    || properties.Properties().Any(property => !char.IsAsciiLetter(property.Name[0]))
                )
            )
            {
                continue;
            }

            schema.Remove("properties");
            count++;
        }

        return count;
    }

    private static bool NamesTheKey(JObject properties, JObject value) =>
        properties.Count == 1
        && SchemaFacts.Type((JObject)properties.PropertyValues().First()) is "string"
        && SchemaFacts.Type(value) is not "string";
}
