using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Cuts what is too long for a model.</summary>
internal static class Trim
{
    private const int LongestText = 1_000;
    private const int MostItems = 50;
    private const int MostMembers = 80;
    private const int Deepest = 6;
    private const int LongestThing = 8_000;

    /// <summary>Cuts a text and says so with an ellipsis.</summary>
    public static string? Text(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }

    /// <summary>
    /// Cuts the longest list of a result until the whole is short enough, and says so. Of days the latest are kept.
    /// </summary>
    public static void ToFit(JsonObject data, int length)
    {
        while (JsonOut.TextOf(data).Length > length && LongestList(data) is { Count: > 0 } list)
        {
            var drop = Math.Max(1, list.Count / 5);
            var start = list.GetPropertyName() == "days" ? 0 : list.Count - drop;
            list.RemoveRange(start, drop);
            data["truncated"] = true;
        }
    }

    private static JsonArray? LongestList(JsonNode? node) =>
        node switch
        {
            JsonArray list => list,
            JsonObject thing => thing
                .Select(member => LongestList(member.Value))
                .OfType<JsonArray>()
                .MaxBy(list => JsonOut.TextOf(list).Length),
            _ => null,
        };

    /// <summary>Copies an object, cut where it is long; nulls are left out.</summary>
    public static JsonObject Thing(JsonObject thing)
    {
        var cut = (JsonObject)Copy(thing, 0)!;
        if (JsonOut.TextOf(cut).Length <= LongestThing)
        {
            return cut;
        }

        // The plain members say most; the rest is there for who asks for it by read_operation.
        var plain = new JsonObject { ["truncated"] = true };
        foreach (var (name, value) in cut.Where(member => member.Value is JsonValue).Take(MostMembers / 2))
        {
            plain[name] =
                value is JsonValue text && text.GetValueKind() is JsonValueKind.String
                    ? Text(text.ToString(), 150)
                    : value!.DeepClone();
        }

        return plain;
    }

    private static JsonNode? Copy(JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonObject thing:
                var copy = new JsonObject();
                foreach (var (name, value) in thing.Take(MostMembers))
                {
                    if (value is not null && depth < Deepest)
                    {
                        copy[Text(name, 100)!] = Copy(value, depth + 1);
                    }
                }

                return copy;
            case JsonArray list:
                var items = new JsonArray();
                foreach (var item in depth < Deepest ? list.Take(MostItems) : [])
                {
                    items.Add(Copy(item, depth + 1));
                }

                return items;
            default:
                return node.GetValueKind() is JsonValueKind.String
                    ? Text(node.ToString(), LongestText)
                    : node.DeepClone();
        }
    }
}
