using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Numbers are 64 bits wide: budgets in micro-currency and times in milliseconds overflow 32 of an integer, and a float
/// of 32 would be sent back as another number than it came. A parameter whose limits fit into 32 bits has 32.
/// </summary>
internal sealed class WidenNumbers : IPass
{
    public string Name => "numbers widened to 64 bits";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (WideFormat(schema) is not { } format || (string?)schema["format"] == format)
            {
                continue;
            }

            schema["format"] = format;
            count++;
        }

        return count;
    }

    // A number without a format is a double already.
    private static string? WideFormat(JObject schema) =>
        SchemaFacts.Type(schema) switch
        {
            "integer" when schema[Keywords.Narrow].IsTrue() => "int32",
            "integer" => "int64",
            "number" when (string?)schema["format"] is "float" => "double",
            _ => null,
        };
}
