using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Lists the sections of a board.</summary>
internal sealed class ListSectionsTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_list_sections",
            Title = "List the sections of a board",
            Description = "Lists the sections of a board.",
            Area = Area.Sections,
            Kind = CallKind.Read,
            Operations = ["board_sections/list"],
            LookUps = [BoardLookup.Operation],
            Output = Outputs.List,
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [ToolParameter.Id("board_id", isRequired: true), .. ToolParameter.Paging];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, $"listed the sections of the board {arguments.Required("board_id")}") with
        {
            Boards = [arguments.Required("board_id")],
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("board_id");
        var listing = Listing.Of(this, arguments, id);
        return Reading(
            async (call, cancellationToken) =>
            {
                var page = await call
                    .Client.ReadAsync(
                        "board_sections/list",
                        cancellationToken,
                        [Sending.With("board_id", id), .. listing.Query]
                    )
                    .ConfigureAwait(false);
                return listing.ToResult(page, "sections", _ => true, section => section.Pick("id", "name"));
            },
            context.Grant.Secret
                ? null
                : new BoardLookup(id).Then(board =>
                    Summaries.Of($"listed the sections of the board {BoardView.Quoted(board)}")
                )
        );
    }
}
