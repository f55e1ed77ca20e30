using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Recognises the responses that are a page of items with a bookmark, and names their models after the item.
/// </summary>
internal sealed class NamePages : IPass
{
    public string Name => "pages recognised";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        var schemas = new SchemaModel(context.Root);
        foreach (var operation in context.Operations())
        {
            if (operation.Node["responses"]?["200"]?["content"]?["application/json"]?["schema"] is not JObject schema)
            {
                continue;
            }

            var page = context.Resolve(schema);
            if (
                !Paging.IsPage(
                    schemas.Of(page),
                    operation.OwnParameters.Select(parameter => (string?)parameter["name"])
                )
            )
            {
                continue;
            }

            count++;
            page[Keywords.PageItem] = true;
            if (References.Target(schema) is null && page[Keywords.Name] is null && ItemName(page) is { } item)
            {
                page[Keywords.Name] = item + "Page";
            }
        }

        return count;
    }

    private static string? ItemName(JObject page) =>
        page["properties"].Member("items").Member("items") is JObject item && References.SchemaName(item) is { } name
            ? TrimResponse(name)
            : null;

    // A page of AdGroupResponse is a page of ad groups.
    private static string TrimResponse(string name) =>
        name.EndsWith("Response", StringComparison.Ordinal) ? name[..^"Response".Length] : name;
}
