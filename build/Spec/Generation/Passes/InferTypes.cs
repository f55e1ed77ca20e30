using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// A schema with items is an array and one with properties an object, also where the description does not say so.
/// </summary>
internal sealed class InferTypes : IPass
{
    public string Name => "types inferred";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (schema["type"] is not null || References.Target(schema) is not null)
            {
                continue;
            }

            if (schema["items"] is not null)
            {
                schema["type"] = "array";
            }
            else if (schema["properties"] is not null)
            {
                schema["type"] = "object";
            }
            else
            {
                continue;
            }

            count++;
        }

        return count;
    }
}
