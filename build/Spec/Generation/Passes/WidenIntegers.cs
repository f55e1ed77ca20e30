using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// An integer without a format is 64 bits wide: budgets in micro-currency and times in milliseconds overflow 32.
/// </summary>
internal sealed class WidenIntegers : IPass
{
    public string Name => "integers widened to 64 bits";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (SchemaFacts.Type(schema) is not "integer" || (string?)schema["format"] is "int64")
            {
                continue;
            }

            schema["format"] = "int64";
            count++;
        }

        return count;
    }
}
