using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>What is told of a Pin.</summary>
internal static class PinView
{
    private const int LongestDescription = 160;
    private static readonly string[] Sizes = ["400x300", "600x", "236x", "1200x", "150x150", "orig"];

    public static JsonObject Short(JsonObject pin) =>
        pin.Pick("id")
            .Set("title", Filled(pin.Text("title")))
            .Set("description", Trim.Text(Filled(pin.Text("description")), LongestDescription))
            .Set("link", Trim.Text(Filled(pin.Text("link")), 300))
            .Set("board_id", pin.Text("board_id"))
            .Set("board_section_id", pin.Text("board_section_id"))
            .Set("created_at", pin.Text("created_at"))
            .Set("image", ImageOf(pin));

    /// <summary>Gives the address of a picture of middling size; null when the Pin names none.</summary>
    public static string? ImageOf(JsonNode pin)
    {
        var media = pin.AsThing()["media"].AsThing();
        if (media["images"] is JsonObject images)
        {
            var named = Sizes.Select(size => images[size].Text("url")).FirstOrDefault(url => url is not null);
            return named ?? images.Select(image => image.Value.Text("url")).FirstOrDefault(url => url is not null);
        }

        return media.Text("cover_image_url");
    }

    /// <summary>Names a Pin for a person: by its title, or by its id.</summary>
    public static string NameOf(JsonNode pin) =>
        Filled(pin.Text("title")) is { } title ? Summaries.Quoted(title) : $"{pin.Text("id")}";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
