using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Reads and writes JSON that no model stands for.</summary>
internal static class JsonOut
{
    // Compact, with letters of all scripts as they are.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string TextOf(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            node.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static JsonElement ToElement(this JsonNode node)
    {
        using var document = JsonDocument.Parse(TextOf(node), new JsonDocumentOptions { MaxDepth = 128 });
        return document.RootElement.Clone();
    }

    /// <summary>Gets a member as text; null when there is none, or when it is an object, a list or null.</summary>
    public static string? Text(this JsonNode? node, string name) =>
        node is JsonObject thing && thing[name] is JsonValue value ? value.ToString() : null;

    public static JsonObject AsThing(this JsonNode? node) => node as JsonObject ?? [];

    /// <summary>Gets a list, of whatever the reply is; an empty one when there is none of the name.</summary>
    public static JsonArray List(this JsonNode? node, string name) => node.AsThing()[name] as JsonArray ?? [];

    /// <summary>Copies members that are there and not null.</summary>
    public static JsonObject Pick(this JsonNode? node, params IEnumerable<string> names)
    {
        var picked = new JsonObject();
        if (node is JsonObject thing)
        {
            foreach (var name in names)
            {
                if (thing[name] is { } value)
                {
                    picked[name] = value.DeepClone();
                }
            }
        }

        return picked;
    }

    public static JsonObject Set(this JsonObject thing, string name, string? text)
    {
        if (text is not null)
        {
            thing[name] = text;
        }

        return thing;
    }
}
