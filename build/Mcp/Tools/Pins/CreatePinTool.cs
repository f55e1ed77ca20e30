using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Publishes a Pin of a picture or a video.</summary>
internal sealed class CreatePinTool : PinterestTool
{
    private const string PinsOfBoard = "boards/list_pins";

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_create_pin",
            Title = "Publish a Pin",
            Description = "Publishes one Pin of an https picture, a file, base64, or a video file. Preview it first.",
            Area = Area.Pins,
            Kind = CallKind.Write,
            Operations = ["pins/create", PinsOfBoard],
            LookUps = [BoardLookup.Operation],
            IsCreation = true,
            IsVisible = true,
            Output = Outputs.Of("pin"),
        };

    public override IReadOnlyList<ToolParameter> Parameters => PinRequest.Parameters;

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var request = PinRequest.Read(arguments);
        var call = CallOf(arguments, "") with
        {
            Boards = [request.Draft.BoardId],
            LinkHosts = request.LinkHost is { } host ? [host] : [],
            Files = request.Files,
            Summary = request.ToSummary(request.Draft.BoardId, null),
        };
        return request.VideoFile is null
            ? call
            : call with
            {
                Operations = ["pins/create", "media/create", "media/get"],
            };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var request = PinRequest.Read(arguments);
        LoadedMedia? media = null;
        return Writing(
            async (call, cancellationToken) =>
            {
                var pin = await CreateAsync(request, media, call.Client, context, cancellationToken)
                    .ConfigureAwait(false);
                call.TouchedBoard(request.Draft.BoardId);
                call.TouchedPin(pin.Id ?? "");
                return new ToolResult(
                    "The Pin was published.",
                    new JsonObject
                    {
                        ["pin"] = new JsonObject
                        {
                            ["id"] = pin.Id,
                            ["board_id"] = pin.BoardId,
                            ["title"] = pin.Title,
                            ["link"] = pin.Link,
                        },
                    }
                );
            },
            async (call, client, cancellationToken) =>
            {
                var board = new BoardLookup(request.Draft.BoardId);
                var completed = await board.CompleteAsync(call, client, cancellationToken).ConfigureAwait(false);
                media = await request.LoadAsync(context.Grant, cancellationToken).ConfigureAwait(false);
                return completed.WithHashes(request, media) with
                {
                    IsVisible = !completed.IsSecret,
                    Summary = request.ToSummary(board.Quoted, media),
                };
            }
        );
    }

    private static async Task<Pin> CreateAsync(
        PinRequest request,
        LoadedMedia? media,
        IPinterestClient client,
        ToolContext context,
        CancellationToken cancellationToken
    )
    {
        if (request.VideoFile is not null)
        {
            return await CreateVideoAsync(request, media!, client, context, cancellationToken).ConfigureAwait(false);
        }

        var image = request.ImageAddress is { } address ? PinImage.FromUri(address) : PinImage.FromBytes(media!.Image);
        var since = context.Time.GetUtcNow();
        try
        {
            return await client.CreateImagePinAsync([image], request.Draft, cancellationToken).ConfigureAwait(false);
        }
        catch (PinterestException error) when (error.MayHaveHappened)
        {
            var found = await client
                .FindCreatedPinAsync(request.Draft, since, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            if (found.Pin is { } pin)
            {
                return pin;
            }

            throw;
        }
    }

    private static async Task<Pin> CreateVideoAsync(
        PinRequest request,
        LoadedMedia media,
        IPinterestClient client,
        ToolContext context,
        CancellationToken cancellationToken
    )
    {
        var stream = await request.OpenVideoAsync(context.Grant, media, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var cover = request.CoverMoment is { } moment
                ? VideoCover.Frame(moment)
                : VideoCover.Image(
                    request.CoverAddress is { } address ? PinImage.FromUri(address) : PinImage.FromBytes(media.Cover)
                );
            return await client
                .CreateVideoPinAsync(
                    stream,
                    request.Draft,
                    cover,
                    progress: new UploadRelay(context.Progress),
                    cancellationToken: cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    // Progress<T> would tell on another thread, and so perhaps after the result.
    private sealed class UploadRelay(IProgress<ToolProgress> progress) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) =>
            progress.Report(new ToolProgress(value.BytesSent, value.BytesTotal, value.Stage.ToString()));
    }
}
