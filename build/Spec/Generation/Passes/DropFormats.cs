using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Drops the formats for which the client has no type of its own, after the documentation has named them. NSwag would
/// use a type of .NET that no codec reads. Example: a text of the format uuid is a string, and no Guid.
/// </summary>
internal sealed class DropFormats : IPass
{
    private static readonly Dictionary<string, string[]> Kept = new(StringComparer.Ordinal)
    {
        ["string"] = ["date", "date-time", "password"],
        ["integer"] = ["int32", "int64"],
        ["number"] = ["double"],
    };

    public string Name => "formats without a type dropped";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (
                schema["format"].Text() is { } format
                && !(SchemaFacts.Type(schema) is { } type && Kept.GetValueOrDefault(type, []).Contains(format))
            )
            {
                schema.Remove("format");
                count++;
            }
        }

        return count;
    }
}
