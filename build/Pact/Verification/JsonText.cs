using System.Text.Json;

namespace Pinterest.OpenApi.PactCore;

/// <summary>Reads the core's JSON, where an expected value may be a text, a number or missing.</summary>
internal static class JsonText
{
    public static string Text(this JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) ? value.Text() : "";

    private static string Text(this JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };
}
