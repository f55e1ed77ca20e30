using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Drops every keyword that OpenAPI and Pinterest do not have, before our decisions are applied: a description must
/// not speak the language of our decisions (<c>x-csharp-*</c>) or of the generator (<c>x-enumNames</c>).
/// </summary>
internal sealed class DropUnknownKeywords : IPass
{
    public string Name => "unknown keywords dropped";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var (node, kind) in DocumentWalker.Walk(context.Root))
        {
            foreach (var member in node.Properties().ToList())
            {
                if (!DocumentShape.TryChild(kind, member.Name, out var child, out var shape))
                {
                    member.Remove();
                    count++;
                }
                else if (shape is ChildShape.Map && child is not NodeKind.Value)
                {
                    count += DropExtensions((JObject)member.Value);
                }
            }
        }

        return count;
    }

    // Paths and responses may have extensions among their entries: x-internal: true.
    private static int DropExtensions(JObject map)
    {
        var extensions = map.Properties().Where(entry => entry.Value is not JObject).ToList();
        foreach (var extension in extensions)
        {
            extension.Remove();
        }

        return extensions.Count;
    }
}
