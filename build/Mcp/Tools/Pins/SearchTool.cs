using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Searches among the account's own Pins or boards.</summary>
internal sealed class SearchTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_search",
            Title = "Search my Pins and boards",
            Description = "Searches the account's own Pins (or boards); Pinterest as a whole cannot be searched.",
            Area = Area.Search,
            Kind = CallKind.Read,
            Operations = ["search_user_pins/list", SeenPins.Operation],
            Output = Outputs.List,
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Text("query", 200, isRequired: true),
        ToolParameter.Choice("what", "pins", "boards"),
        .. ToolParameter.Paging,
    ];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var call = CallOf(arguments, $"searched for {Summaries.Quoted(arguments.Text("query"))}");
        return IsOfBoards(arguments) ? call with { Operations = ["search_user_boards/get"] } : call;
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var query = arguments.Required("query");
        var ofBoards = IsOfBoards(arguments);
        var listing = Listing.Of(this, arguments, query, arguments.Text("what"));
        var paging = ofBoards ? listing.Query : [Sending.With("bookmark", listing.Cursor.Bookmark)];
        return Reading(
            async (call, cancellationToken) =>
            {
                var page = await call
                    .Client.ReadAsync(
                        call.Call.Operations[0],
                        cancellationToken,
                        [Sending.With("query", query), .. paging]
                    )
                    .ConfigureAwait(false);
                if (ofBoards)
                {
                    return listing.ToResult(
                        page,
                        "boards",
                        board => BoardView.IsAllowed(context.Grant, board),
                        BoardView.Short
                    );
                }

                var seen = await SeenPins
                    .ReadAsync(call.Client, context.Grant, cancellationToken)
                    .ConfigureAwait(false);
                return listing.ToResult(page, "Pins", seen.IsAllowed, PinView.Short);
            }
        );
    }

    private static bool IsOfBoards(ToolArguments arguments) => arguments.Text("what") == "boards";
}
