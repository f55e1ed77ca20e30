using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Marks the parameters that are an <c>int</c> in C#: both limits of the integer fit into 32 bits, or all allowed values
/// of the number are whole and do. Example: page_size from 1 to 250.
/// </summary>
internal sealed class NarrowParameters : IPass
{
    public string Name => "parameters narrowed to 32 bits";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in context.Operations().SelectMany(operation => operation.OwnParameters).Select(SchemaOf))
        {
            if (schema is null || !IsNarrow(schema))
            {
                continue;
            }

            schema["type"] = "integer";
            schema[Keywords.Narrow] = true;
            count++;
        }

        return count;
    }

    // A schema that is a component may be a member of a model too, and members stay 64 bits wide.
    private static JObject? SchemaOf(JObject parameter) =>
        parameter["schema"] is JObject schema && References.Target(schema) is null ? schema : null;

    private static bool IsNarrow(JObject schema) =>
        SchemaFacts.Type(schema) switch
        {
            "integer" => HasWholeValues(schema) || (Fits(schema["minimum"]) && Fits(schema["maximum"])),
            "number" => HasWholeValues(schema),
            _ => false,
        };

    private static bool HasWholeValues(JObject schema) =>
        schema["enum"] is JArray { Count: > 0 } values && values.All(Fits);

    private static bool Fits(JToken? limit) => limit is JValue { Value: long and >= int.MinValue and <= int.MaxValue };
}
