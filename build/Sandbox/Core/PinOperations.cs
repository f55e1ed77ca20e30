using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The Pins of an account.</summary>
internal sealed class PinOperations(CoreParts parts)
{
    private readonly SandboxState _state = parts.State;
    private readonly Access _access = parts.Access;
    private readonly Lists _lists = parts.Lists;
    private readonly EntityViews _views = parts.Views;
    private readonly MediaUploads _media = parts.Media;
    private readonly TimeProvider _clock = parts.Clock;

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            ("pins/list", List),
            ("pins/get", Get),
            ("pins/create", Create),
            ("pins/update", Update),
            ("pins/delete", Delete),
            ("pins/save", Save),
        ];

    private SandboxReply List(ApiCall call)
    {
        var types = call.Request.List("creative_types");
        var (filter, isPrivateOnly, withProtected) = (
            call.Request.Text("pin_filter"),
            call.Request.Text("pin_type") == "PRIVATE",
            call.Request.Flag("include_protected_pins")
        );
        return _lists.Page(
            call,
            _state.PinsOfUser(call.Caller.UserId).NewestFirst,
            Fits,
            pin => _views.Pin(call.Caller, pin, call.Request.Flag("pin_metrics"))
        );

        bool Fits(Pin pin)
        {
            var board = _access.BoardOf(pin);
            return _access.Sees(call.Caller, pin)
                && (types.Count == 0 || types.Contains(pin.CreativeType))
                && (withProtected || board?.Privacy != BoardPrivacy.Protected)
                && (!isPrivateOnly || board is { IsSecret: true })
                && filter switch
                {
                    "exclude_native" => !PinMedia.IsNative(pin.SourceType),
                    "exclude_repins" => pin.ParentPinId is null,

                    // Nothing is promoted here: the sandbox runs no ads.
                    "has_been_promoted" => false,
                    _ => true,
                };
        }
    }

    private SandboxReply Get(ApiCall call) =>
        Reply(
            StatusCodes.Status200OK,
            call,
            _access.Pin(call.Caller, call.Path("pin_id")),
            call.Request.Flag("pin_metrics")
        );

    private SandboxReply Create(ApiCall call)
    {
        var (board, section) = Place(call, call.Text("board_id"), call.Text("board_section_id"));
        var parent = call.Text("parent_pin_id") is { } id ? _access.Pin(call.Caller, id) : null;
        var source = call.Body["media_source"] as JObject;
        var sourceType = (string?)source?["source_type"];
        if (sourceType == "pin_url" && call.Text("link") is null)
        {
            throw SandboxError.Invalid("'link' is required when 'media_source.source_type' is pin_url.");
        }

        if (sourceType == "video_id")
        {
            _media.RequireReady(call.Caller, (string)source!["media_id"]!);
        }

        var made = PinMedia.From(source) ?? parent?.Media;
        var (newId, order) = _state.Next();
        var pin = new Pin(newId, order, call.Caller.UserId, _clock.GetUtcNow())
        {
            BoardId = board?.Id,
            SectionId = section?.Id,
            Title = call.Text("title"),
            Description = call.Text("description"),
            Link = call.Text("link"),
            AltText = call.Text("alt_text"),
            DominantColor = call.Text("dominant_color") ?? PinMedia.Color(newId),
            ParentPinId = parent?.Id,
            SourceType = sourceType,
            CreativeType =
                source is null && parent is not null ? parent.CreativeType : PinMedia.CreativeType(sourceType),
            IsStandard = source?["is_standard"]?.ToObject<bool>() ?? true,
            Media = made,
        };
        Put(pin, board);
        return Reply(call.Request.Operation.SuccessStatus, call, pin);
    }

    private SandboxReply Update(ApiCall call)
    {
        var pin = _access.PinToChange(call.Caller, call.Path("pin_id"));
        var boardId = call.Text("board_id") ?? pin.BoardId;

        // A Pin that moves to another board leaves its section, unless a new one is named.
        var sectionId = call.TextOr("board_section_id", boardId == pin.BoardId ? pin.SectionId : null);
        var (board, section) =
            boardId == pin.BoardId && sectionId == pin.SectionId
                ? (_access.BoardOf(pin), sectionId is null ? null : _state.Section(sectionId))
                : Place(call, boardId, sectionId);
        var changed = pin with
        {
            BoardId = board?.Id,
            SectionId = section?.Id,
            Title = call.TextOr("title", pin.Title),
            Description = call.TextOr("description", pin.Description),
            Link = call.TextOr("link", pin.Link),
            AltText = call.TextOr("alt_text", pin.AltText),
            Media = call.Body["carousel_slots"] is JArray slots ? PinMedia.WithSlots(pin.Media, slots) : pin.Media,
        };
        _state.Put(changed);
        return Reply(StatusCodes.Status200OK, call, changed);
    }

    private SandboxReply Delete(ApiCall call)
    {
        _state.Remove(_access.PinToChange(call.Caller, call.Path("pin_id")));
        return SandboxReply.NoContent;
    }

    private SandboxReply Save(ApiCall call)
    {
        var saved = _access.Pin(call.Caller, call.Path("pin_id"));
        var (board, section) = Place(call, call.Text("board_id"), call.Text("board_section_id"));
        var (id, order) = _state.Next();
        var pin = saved with
        {
            Id = id,
            Order = order,
            OwnerId = call.Caller.UserId,
            CreatedAt = _clock.GetUtcNow(),
            BoardId = board?.Id,
            SectionId = section?.Id,
            ParentPinId = saved.Id,
            SourceType = null,
        };
        Put(pin, board);
        return Reply(StatusCodes.Status201Created, call, pin);
    }

    private (Board? Board, Section? Section) Place(ApiCall call, string? boardId, string? sectionId)
    {
        if (boardId is null)
        {
            return sectionId is null
                ? (null, null)
                : throw SandboxError.Invalid("'board_section_id' requires 'board_id'.");
        }

        var board = _access.BoardForPins(call.Caller, boardId);
        return (board, sectionId is null ? null : _access.Section(board, sectionId));
    }

    private void Put(Pin pin, Board? board)
    {
        _state.Put(pin);
        if (board is not null)
        {
            _state.Put(board with { PinsModifiedAt = pin.CreatedAt });
        }
    }

    private SandboxReply Reply(int status, ApiCall call, Pin pin, bool withMetrics = false) =>
        new(status, _views.Pin(call.Caller, pin, withMetrics));
}
