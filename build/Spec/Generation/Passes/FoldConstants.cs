using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>An inline enum with one value is a constant, not a type.</summary>
internal sealed class FoldConstants : IPass
{
    public string Name => "single-value enums folded";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            // A component has a name that somebody chose, and may grow.
            if (!SchemaFacts.IsStringEnum(schema) || context.ComponentName(schema) is not null)
            {
                continue;
            }

            var values = ((JArray)schema["enum"]!).Where(value => value.Type is not JTokenType.Null).ToList();
            if (values.Count != 1)
            {
                continue;
            }

            if (SchemaFacts.IsNullable(schema))
            {
                schema["nullable"] = true;
            }

            schema.Remove("enum");
            schema[Keywords.Constant] = values[0].DeepClone();
            count++;
        }

        return count;
    }
}
