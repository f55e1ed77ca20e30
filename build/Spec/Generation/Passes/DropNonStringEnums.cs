using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>An enum of numbers or booleans is a number or boolean; an enum without a type is one of strings.</summary>
internal sealed class DropNonStringEnums : IPass
{
    public string Name => "non-string enums dropped";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (schema["enum"] is not JArray values || SchemaFacts.Type(schema) is "string")
            {
                continue;
            }

            if (
                SchemaFacts.Type(schema) is null
                && values.All(value => value.Type is JTokenType.String or JTokenType.Null)
            )
            {
                schema["type"] = "string";
                continue;
            }

            schema.Remove("enum");
            count++;
        }

        return count;
    }
}
