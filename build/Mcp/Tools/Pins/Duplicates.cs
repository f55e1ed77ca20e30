using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Finds Pins of a board that have the link or the title of a new one.</summary>
internal static class Duplicates
{
    private const int MostNamed = 5;

    public static JsonArray Of(PinRequest request, JsonNode page)
    {
        var alike = page.List("items")
            .Select(pin => pin.AsThing())
            .Where(pin => HasSameLink(request, pin) || HasSameTitle(request, pin))
            .Take(MostNamed)
            .Select(pin => (JsonNode)pin.Pick("id", "title", "link"));
        return new JsonArray([.. alike]);
    }

    // A last slash and the case of the host make no other page.
    private static bool HasSameLink(PinRequest request, JsonObject pin) =>
        request.Draft.Link is { } link
        && Uri.TryCreate(pin.Text("link"), UriKind.Absolute, out var other)
        && string.Equals(link.AbsoluteUri.TrimEnd('/'), other.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);

    private static bool HasSameTitle(PinRequest request, JsonObject pin) =>
        !string.IsNullOrWhiteSpace(request.Draft.Title)
        && string.Equals(request.Draft.Title.Trim(), pin.Text("title")?.Trim(), StringComparison.OrdinalIgnoreCase);
}
