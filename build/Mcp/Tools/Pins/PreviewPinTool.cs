using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Rehearses the publication of a Pin: what would be sent, what is wrong with it, what would be decided.</summary>
internal sealed class PreviewPinTool : PinterestTool
{
    private const string PinsOfBoard = "boards/list_pins";

    private static readonly CreatePinTool Creation = new();

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_preview_pin",
            Title = "Preview a Pin",
            Description =
                "Checks a Pin without publishing it: limits, media, link, duplicates on the board, and whether a "
                + "person must approve. Takes the arguments of pinterest_create_pin.",
            Area = Area.Pins,
            Kind = CallKind.Write,
            Operations = [PinsOfBoard, BoardLookup.Operation],
            LookUps = [BoardLookup.Operation, PinsOfBoard],
            IsDryRun = true,
            Output = new Dictionary<string, string> { ["ready"] = "boolean", ["problems"] = "array" },
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [.. PinRequest.Parameters.Select(parameter => parameter with { Description = null })];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var request = PinRequest.Read(arguments);
        return CallOf(arguments, "") with
        {
            Summary = request.ToSummary(request.Draft.BoardId, null),
            Boards = [request.Draft.BoardId],
            LinkHosts = request.LinkHost is { } host ? [host] : [],
            Files = request.Files,
        };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var request = PinRequest.Read(arguments);
        var board = new BoardLookup(request.Draft.BoardId);
        return Reading(
            async (call, cancellationToken) =>
            {
                var media = await request.LoadAsync(context.Grant, cancellationToken).ConfigureAwait(false);
                var planned = Creation.ToCall(arguments) with { IsSecret = call.Call.IsSecret };
                var decision = await context
                    .Gate.JudgeAsync(context.Agent, planned, cancellationToken)
                    .ConfigureAwait(false);
                var problems = ProblemsOf(request, media).ToList();
                var page = await call
                    .Client.ReadAsync(
                        PinsOfBoard,
                        cancellationToken,
                        Sending.With("board_id", request.Draft.BoardId),
                        Sending.With("page_size", "250")
                    )
                    .ConfigureAwait(false);
                var alike = Duplicates.Of(request, page);
                if (alike.Count > 0)
                {
                    problems.Add($"{Summaries.Pins(alike.Count)} of the newest on the board: the same link or title.");
                }

                return ToResult(request, board, media, decision, problems, alike);
            },
            board.Then(found => request.ToSummary(BoardView.Quoted(found), null))
        );
    }

    private static ToolResult ToResult(
        PinRequest request,
        BoardLookup board,
        LoadedMedia? media,
        CallDecision decision,
        IReadOnlyList<string> problems,
        JsonArray alike
    )
    {
        var data = new JsonObject
        {
            ["ready"] = problems.Count == 0 && decision.Verdict is not Verdict.Denied,
            ["problems"] = new JsonArray([.. problems.Select(problem => (JsonNode)problem)]),
            ["decision"] = decision.Verdict.ToString().ToLowerInvariant(),
            ["reason"] = decision.Reason,
            ["board"] = board.Board.Pick("id", "name", "privacy"),
        }
            .Set("link_host", request.LinkHost)
            .Set("media", media?.Info.ToString())
            .Set("picture_address", request.ImageAddress?.AbsoluteUri);
        if (alike.Count > 0)
        {
            data["alike"] = alike;
        }

        return new ToolResult(
            $"Nothing was published. {Summaries.Count(problems.Count, "problem")}. A publication would be: {decision.Verdict}.",
            data
        );
    }

    private static IEnumerable<string> ProblemsOf(PinRequest request, LoadedMedia? media)
    {
        if (media is not null)
        {
            var ofMedia = request.VideoFile is null
                ? MediaCheck.ProblemsOfImage(media.Info)
                : MediaCheck.ProblemsOfVideo(media.Info);
            foreach (var problem in ofMedia)
            {
                yield return problem;
            }
        }

        if (media?.Cover is { } cover)
        {
            foreach (var problem in MediaCheck.ProblemsOfImage(MediaInfo.FromBytes(cover)))
            {
                yield return $"Cover: {problem}";
            }
        }

        if (string.IsNullOrWhiteSpace(request.Draft.Title))
        {
            yield return "It has no title.";
        }

        if (string.IsNullOrWhiteSpace(request.Draft.AltText))
        {
            yield return "It has no alt text for those who cannot see the picture.";
        }
    }
}
