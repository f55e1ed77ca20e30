using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The uploads of an account.</summary>
internal sealed class MediaOperations(CoreParts parts)
{
    private readonly SandboxState _state = parts.State;
    private readonly Lists _lists = parts.Lists;
    private readonly MediaUploads _uploads = parts.Media;

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [("media/create", Create), ("media/list", List), ("media/get", Get)];

    private SandboxReply Create(ApiCall call) =>
        SandboxReply.Json(call.Request.Operation.SuccessStatus, _uploads.Register(call.Caller, call.Origin));

    private SandboxReply List(ApiCall call) =>
        _lists.Page(
            call,
            _state.MediaOf(call.Caller.UserId).NewestFirst,
            _ => true,
            media => SandboxReply.Utf8(Json(media))
        );

    private SandboxReply Get(ApiCall call) =>
        SandboxReply.Json(StatusCodes.Status200OK, Json(_uploads.Find(call.Caller, call.Path("media_id"))));

    private JObject Json(MediaFile media) =>
        new()
        {
            ["media_id"] = media.Id,
            ["media_type"] = "video",
            ["status"] = _uploads.Status(media),
        };
}
