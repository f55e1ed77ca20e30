using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Lists the boards of the account.</summary>
internal sealed class ListBoardsTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_list_boards",
            Title = "List boards",
            Description = "Lists the account's boards.",
            Area = Area.Boards,
            Kind = CallKind.Read,
            Operations = ["boards/list"],
            Output = Outputs.List,
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [ToolParameter.Choice("privacy", "PUBLIC", "PROTECTED", "SECRET"), .. ToolParameter.Paging];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, "listed the boards") with
        {
            IsSecret = arguments.Text("privacy") == "SECRET",
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var listing = Listing.Of(this, arguments, arguments.Text("privacy"));
        return Reading(
            async (call, cancellationToken) =>
            {
                var page = await call
                    .Client.ReadAsync(
                        "boards/list",
                        cancellationToken,
                        [Sending.With("privacy", arguments.Text("privacy")), .. listing.Query]
                    )
                    .ConfigureAwait(false);
                return listing.ToResult(
                    page,
                    "boards",
                    board => BoardView.IsAllowed(context.Grant, board),
                    BoardView.Short
                );
            }
        );
    }
}
