using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Mcp.Tools.Pins;

namespace Pinterest.OpenApi.Mcp.Tools.Analytics;

/// <summary>Tells the Pins or boards that were made since a checkpoint, the oldest first.</summary>
internal sealed class WhatsNewTool : PinterestTool
{
    private const int MostPages = 4;
    private const int UsualItems = 25;

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_whats_new",
            Title = "What is new",
            Description =
                "Tells Pins (of the account or a board) or boards made since a checkpoint, oldest first; not what was "
                + "changed or deleted. The first call, without one, gives a checkpoint; since tells from a day on.",
            Area = Area.Pins,
            Kind = CallKind.Read,
            Operations = ["pins/list", SeenPins.Operation],
            LookUps = [BoardLookup.Operation],
            Output = new Dictionary<string, string> { ["items"] = "array", ["checkpoint"] = "string" },
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Choice("what", "pins", "boards"),
        ToolParameter.Id("board_id"),
        ToolParameter.Text("checkpoint", 4096),
        ToolParameter.Day("since"),
        ToolParameter.Whole("limit", 1, 50),
    ];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        if (arguments.Text("what") == "boards")
        {
            return CallOf(arguments, "looked for new boards") with { Area = Area.Boards, Operations = ["boards/list"] };
        }

        return arguments.Text("board_id") is { } board
            ? CallOf(arguments, $"looked for new Pins of the board {board}") with
            {
                Operations = ["boards/list_pins"],
                Boards = [board],
            }
            : CallOf(arguments, "looked for new Pins");
    }

    public override IEnumerable<AgentCall> Probes(AgentGrant grant) =>
        [
            CallOf("{}", Facts.Title),
            CallOf("{}", Facts.Title) with
            {
                Area = Area.Boards,
                Operations = ["boards/list"],
            },
        ];

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var board = arguments.Text("board_id");
        var scope = Cursor.ScopeOf(Facts.Name, arguments.Text("what"), board);
        var before = BeginOf(arguments, scope, context.Time.GetUtcNow());
        return Reading(
            async (call, cancellationToken) =>
            {
                var isOfBoards = call.Call.Area is Area.Boards;
                var found = await NewAsync(call, board, before, cancellationToken).ConfigureAwait(false);
                var seen =
                    board is null && !isOfBoards
                        ? await SeenPins.ReadAsync(call.Client, context.Grant, cancellationToken).ConfigureAwait(false)
                        : null;
                return ToResult(
                    found.Items,
                    found.IsWhole,
                    before,
                    scope,
                    arguments.Whole("limit", UsualItems),
                    item => isOfBoards ? BoardView.IsAllowed(context.Grant, item) : seen?.IsAllowed(item) ?? true,
                    item => isOfBoards ? BoardView.Short(item) : PinView.Short(item)
                );
            },
            board is null || context.Grant.Secret
                ? null
                : new BoardLookup(board).Then(found =>
                    Summaries.Of($"looked for new Pins of the board {BoardView.Quoted(found)}")
                )
        );
    }

    private static Checkpoint BeginOf(ToolArguments arguments, string scope, DateTimeOffset now)
    {
        if (arguments.Text("checkpoint") is { } text)
        {
            return Checkpoint.Read(text, scope);
        }

        var since = arguments.Day("since") is { } day
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : now;
        return new Checkpoint(since, []);
    }

    private static async Task<(List<JsonObject> Items, bool IsWhole)> NewAsync(
        GrantedCall call,
        string? board,
        Checkpoint before,
        CancellationToken cancellationToken
    )
    {
        var items = new List<JsonObject>();
        string? bookmark = null;
        for (var number = 0; number < MostPages; number++)
        {
            var page = await call
                .Client.ReadAsync(
                    call.Call.Operations[0],
                    cancellationToken,
                    Sending.With("board_id", board),
                    Sending.With("page_size", "250"),
                    Sending.With("bookmark", bookmark)
                )
                .ConfigureAwait(false);
            var all = page.List("items").Select(item => item.AsThing()).ToList();
            items.AddRange(all.Where(item => Checkpoint.TimeOf(item) >= before.Since));
            bookmark = page.Text("bookmark");

            // Pins come newest first; of boards nobody promises an order.
            var isPast = call.Call.Area is Area.Pins && all.Any(item => Checkpoint.TimeOf(item) < before.Since);
            if (string.IsNullOrEmpty(bookmark) || isPast)
            {
                return (items, true);
            }
        }

        return (items, false);
    }

    private static ToolResult ToResult(
        List<JsonObject> found,
        bool isWhole,
        Checkpoint before,
        string scope,
        int limit,
        Func<JsonObject, bool> isAllowed,
        Func<JsonObject, JsonObject> shorten
    )
    {
        var untold = found
            .Where(item => !before.Told.Contains(item.Text("id") ?? "", StringComparer.Ordinal))
            .OrderBy(Checkpoint.TimeOf)
            .Where(isAllowed)
            .ToList();
        var told = untold.Take(limit).ToList();
        var data = new JsonObject { ["items"] = new JsonArray([.. told.Select(item => (JsonNode)shorten(item))]) };
        data["checkpoint"] = After(before, told).ToText(scope);
        var more = untold.Count - told.Count;
        data["more"] = more;
        if (!isWhole)
        {
            data["incomplete"] = true;
        }

        var text = $"{told.Count} new. Give the checkpoint with the next call.";
        return new ToolResult(more > 0 ? $"{text} {more} more wait." : text, data);
    }

    private static Checkpoint After(Checkpoint before, List<JsonObject> told)
    {
        if (told.Count == 0)
        {
            return before;
        }

        var last = Checkpoint.TimeOf(told[^1])!.Value;
        var ids = told.Where(item => Checkpoint.TimeOf(item) == last).Select(item => item.Text("id") ?? "");
        return new Checkpoint(
            last,
            [.. last.ToUnixTimeSeconds() == before.Since.ToUnixTimeSeconds() ? before.Told : [], .. ids]
        );
    }
}
