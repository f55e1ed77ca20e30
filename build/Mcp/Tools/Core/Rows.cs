using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Makes a result of rows that have no pages: what is too much is cut, and said to be.</summary>
internal static class Rows
{
    private const int MostRows = 200;

    public static ToolResult Of(JsonArray? all, string what)
    {
        var rows = new JsonArray();
        var length = 0;
        foreach (var row in (all ?? []).Take(MostRows))
        {
            var copy = row is JsonObject thing ? Trim.Thing(thing) : row?.DeepClone();
            length += copy is null ? 0 : JsonOut.TextOf(copy).Length + 1;
            if (length > Listing.MostCharacters - 2_000)
            {
                break;
            }

            rows.Add(copy);
        }

        var data = new JsonObject { ["items"] = rows };
        if (rows.Count < (all?.Count ?? 0))
        {
            data["truncated"] = true;
            return new ToolResult(
                $"{rows.Count} of {all!.Count} {what}: the rest was cut. Request less at once.",
                data
            );
        }

        return new ToolResult($"{Summaries.Counted(rows.Count, what)}.", data);
    }
}
