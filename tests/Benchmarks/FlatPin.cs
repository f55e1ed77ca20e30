using System.Text.Json.Serialization;
using Newtonsoft.Json;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// What somebody would write by hand who needs nothing of what the client does: no unions, no open enums, nothing
/// kept.
/// </summary>
internal sealed class FlatPin
{
    [JsonProperty("id"), JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonProperty("created_at"), JsonPropertyName("created_at")]
    public DateTime CreatedAt { get; set; }

    [JsonProperty("link"), JsonPropertyName("link")]
    public string? Link { get; set; }

    [JsonProperty("title"), JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonProperty("description"), JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonProperty("dominant_color"), JsonPropertyName("dominant_color")]
    public string? DominantColor { get; set; }

    [JsonProperty("alt_text"), JsonPropertyName("alt_text")]
    public string? AltText { get; set; }

    [JsonProperty("creative_type"), JsonPropertyName("creative_type")]
    public string? CreativeType { get; set; }

    [JsonProperty("board_id"), JsonPropertyName("board_id")]
    public string? BoardId { get; set; }

    [JsonProperty("board_section_id"), JsonPropertyName("board_section_id")]
    public string? BoardSectionId { get; set; }

    [JsonProperty("board_owner"), JsonPropertyName("board_owner")]
    public FlatOwner? BoardOwner { get; set; }

    [JsonProperty("is_owner"), JsonPropertyName("is_owner")]
    public bool IsOwner { get; set; }

    [JsonProperty("is_standard"), JsonPropertyName("is_standard")]
    public bool IsStandard { get; set; }

    [JsonProperty("has_been_promoted"), JsonPropertyName("has_been_promoted")]
    public bool HasBeenPromoted { get; set; }

    [JsonProperty("parent_pin_id"), JsonPropertyName("parent_pin_id")]
    public string? ParentPinId { get; set; }

    [JsonProperty("media"), JsonPropertyName("media")]
    public FlatMedia? Media { get; set; }
}

internal sealed class FlatOwner
{
    [JsonProperty("username"), JsonPropertyName("username")]
    public string? Username { get; set; }
}

internal sealed class FlatMedia
{
    [JsonProperty("media_type"), JsonPropertyName("media_type")]
    public string? MediaType { get; set; }

    [JsonProperty("images"), JsonPropertyName("images")]
    public FlatImages? Images { get; set; }
}

internal sealed class FlatImages
{
    [JsonProperty("150x150"), JsonPropertyName("150x150")]
    public FlatImage? Small { get; set; }

    [JsonProperty("400x300"), JsonPropertyName("400x300")]
    public FlatImage? Medium { get; set; }

    [JsonProperty("600x"), JsonPropertyName("600x")]
    public FlatImage? Large { get; set; }
}

internal sealed class FlatImage
{
    [JsonProperty("width"), JsonPropertyName("width")]
    public int Width { get; set; }

    [JsonProperty("height"), JsonPropertyName("height")]
    public int Height { get; set; }

    [JsonProperty("url"), JsonPropertyName("url")]
    public string? Url { get; set; }
}

internal sealed class FlatPage
{
    [JsonProperty("items"), JsonPropertyName("items")]
    public List<FlatPin>? Items { get; set; }

    [JsonProperty("bookmark"), JsonPropertyName("bookmark")]
    public string? Bookmark { get; set; }
}

[JsonSerializable(typeof(FlatPage))]
internal sealed partial class FlatContext : JsonSerializerContext;
