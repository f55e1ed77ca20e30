using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>Makes the JSON of boards, sections and Pins.</summary>
internal sealed class EntityViews(SandboxState state, Analytics analytics)
{
    private const int Thumbnails = 5;

    public byte[] Board(Board board) => state.Views.Board(board.Id, () => SandboxReply.Utf8(BoardJson(board)));

    public static byte[] Section(Section section) =>
        SandboxReply.Utf8(new JObject { ["id"] = section.Id, ["name"] = section.Name });

    public byte[] Pin(Caller caller, Pin pin, bool withMetrics)
    {
        // Most requests are for this view: the owner's, without metrics. So it is kept.
        if (!withMetrics && pin.OwnerId == caller.UserId)
        {
            return state.Views.Pin(pin.Id, () => SandboxReply.Utf8(PinJson(caller, pin)));
        }

        var json = PinJson(caller, pin);
        if (withMetrics)
        {
            json["pin_metrics"] = analytics.PinMetrics(pin);
        }

        return SandboxReply.Utf8(json);
    }

    public JObject BoardJson(Board board)
    {
        var pins = state.PinsOfBoard(board.Id);
        var thumbnails = pins.NewestFirst()
            .Take(Thumbnails)
            .Select(pin => PinMedia.Cover(pin.Media))
            .OfType<string>()
            .ToList();
        return new JObject
        {
            ["id"] = board.Id,
            ["name"] = board.Name,
            ["description"] = board.Description,
            ["privacy"] = board.Privacy,
            ["is_ads_only"] = board.IsAdsOnly,
            ["owner"] = Owner(board.OwnerId),
            ["created_at"] = Time(board.CreatedAt),
            ["board_pins_modified_at"] = Time(board.PinsModifiedAt ?? board.CreatedAt),
            ["collaborator_count"] = 0,
            ["follower_count"] = board.IsSecret ? 0 : state.User(board.OwnerId)?.Followers.Count ?? 0,
            ["pin_count"] = pins.Count,
            ["media"] = new JObject
            {
                ["image_cover_url"] = thumbnails.FirstOrDefault(),
                ["pin_thumbnail_urls"] = new JArray(thumbnails),
            },
        };
    }

    public JObject PinJson(Caller caller, Pin pin)
    {
        var json = new JObject
        {
            ["id"] = pin.Id,
            ["created_at"] = Time(pin.CreatedAt),
            ["title"] = pin.Title,
            ["description"] = pin.Description,
            ["link"] = pin.Link,
            ["alt_text"] = pin.AltText,
        };
        if (pin.BoardId is not null)
        {
            // A Pin of the profile has neither member, and the description does not allow null for them.
            json["board_id"] = pin.BoardId;
            json["board_owner"] = Owner(pin.OwnerId);
        }

        json["board_section_id"] = pin.SectionId;
        json["dominant_color"] = pin.DominantColor;
        json["parent_pin_id"] = pin.ParentPinId;
        json["is_owner"] = pin.OwnerId == caller.UserId;
        json["is_standard"] = pin.IsStandard;
        json["has_been_promoted"] = false;
        json["creative_type"] = pin.CreativeType;
        json["pin_metrics"] = null;
        if (pin.Media is { } media)
        {
            json["media"] = new JRaw(media);
        }

        return json;
    }

    private JObject Owner(string userId) => new() { ["username"] = state.User(userId)?.Username };

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
