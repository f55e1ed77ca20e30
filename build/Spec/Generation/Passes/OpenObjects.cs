using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>A closed object is opened, so that a member added tomorrow is kept.</summary>
internal sealed class OpenObjects : IPass
{
    public string Name => "closed objects opened";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            // A model keeps members it does not know by itself, so what the description says of them adds nothing.
            var isOpen = schema["additionalProperties"] is null;
            if (isOpen || !(SchemaFacts.IsObject(schema) || schema["additionalProperties"]!.Type is JTokenType.Boolean))
            {
                continue;
            }

            if (schema["additionalProperties"] is JValue { Value: false })
            {
                count++;
            }

            schema.Remove("additionalProperties");
        }

        return count;
    }
}
