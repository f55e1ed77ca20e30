using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A header of a response.</summary>
/// <param name="Name">The name, as it is written.</param>
/// <param name="Node">What the description says of it.</param>
internal sealed record DiffHeader(string Name, JObject Node)
{
    public bool IsRequired => Node["required"].IsTrue();

    /// <summary>Reads the headers of a response. Their names are compared without regard to case.</summary>
    public static Dictionary<string, DiffHeader> ReadAll(SchemaModel model, JObject response)
    {
        var headers = new Dictionary<string, DiffHeader>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in (response["headers"] as JObject ?? []).Properties())
        {
            // OpenAPI says that a header of this name is ignored: the content says the media type.
            var isIgnored = header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);
            if (!isIgnored && header.Value is JObject written && model.Resolve(written) is { } node)
            {
                var name = headers.TryGetValue(header.Name, out var known) ? known.Name : header.Name;
                headers[name] = new DiffHeader(name, node);
            }
        }

        return headers;
    }
}
