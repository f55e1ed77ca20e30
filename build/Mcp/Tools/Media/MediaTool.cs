using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Media;

/// <summary>Says how far the processing of an upload is, or lists the uploads.</summary>
internal sealed class MediaTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_media",
            Title = "Status of uploads",
            Description = "Says how far a video upload is; without media_id lists uploads.",
            Area = Area.Media,
            Kind = CallKind.Read,
            Operations = ["media/list"],
            Output = Outputs.List,
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [ToolParameter.Id("media_id"), .. ToolParameter.Paging];

    public override AgentCall ToCall(ToolArguments arguments) =>
        arguments.Text("media_id") is { } id
            ? CallOf(arguments, $"looked at the upload {id}") with
            {
                Operations = ["media/get"],
            }
            : CallOf(arguments, "listed the uploads");

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var listing = Listing.Of(this, arguments);
        return Reading(
            async (call, cancellationToken) =>
            {
                if (arguments.Text("media_id") is { } id)
                {
                    var media = await call
                        .Client.ReadAsync("media/get", cancellationToken, Sending.With("media_id", id))
                        .ConfigureAwait(false);
                    var items = new JsonArray(Short(media.AsThing()));
                    return new ToolResult("One upload.", new JsonObject { ["items"] = items });
                }

                var page = await call
                    .Client.ReadAsync("media/list", cancellationToken, listing.Query)
                    .ConfigureAwait(false);
                return listing.ToResult(page, "uploads", _ => true, Short);
            }
        );
    }

    private static JsonObject Short(JsonObject media) => media.Pick("media_id", "media_type", "status");
}
