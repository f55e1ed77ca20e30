using System.Text.Json;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Mcp.Tools.Pins;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Puts an operation of the catalogue into the terms of grants.</summary>
internal static class OperationCall
{
    // Lists over all boards, of which the replies do not say whether a board is secret.
    private static readonly Dictionary<string, string> Unfiltered = new(StringComparer.Ordinal)
    {
        ["boards/list"] = "pinterest_list_boards",
        ["pins/list"] = "pinterest_list_pins",
        ["search_user_boards/get"] = "pinterest_search",
        ["search_user_pins/list"] = "pinterest_search",
        ["user_account/analytics/top_pins"] = "pinterest_top_pins",
        ["user_account/analytics/top_video_pins"] = "pinterest_top_pins",
    };

    /// <exception cref="ToolArgumentException">The reply could show boards that the grant leaves out.</exception>
    public static void ThrowIfUnfiltered(Operation operation, AgentGrant grant)
    {
        var isFree = grant.Secret && grant.Limits.Boards is null;
        if (!isFree && Unfiltered.TryGetValue(operation.Id, out var tool))
        {
            throw new ToolArgumentException(
                $"'operation': {operation.Id} is read with {tool}, which keeps to your boards."
            );
        }
    }

    public static AgentCall Complete(
        AgentCall call,
        Operation operation,
        IReadOnlyList<KeyValuePair<string, string?>> values
    ) =>
        call with
        {
            Area = OperationAreas.Of(operation.Id),
            Operations = [operation.Id],
            LookUps = NeedsBoards(operation) ? PinAccess.Operations : [],
            Boards = Ids(values, "board_id"),
            Pins = [.. Ids(values, "pin_id"), .. Ids(values, "pin_ids")],
        };

    /// <summary>Looks up the boards of what is touched; null where the grant makes no difference between boards.</summary>
    public static Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>>? CompletionOf(
        ToolContext context
    ) =>
        context.Grant.Secret && context.Grant.Limits.Boards is null
            ? null
            : async (call, client, cancellationToken) =>
            {
                var access = new PinAccess();
                var completed = await access.CompleteAsync(call, client, cancellationToken).ConfigureAwait(false);
                foreach (var board in call.Boards)
                {
                    completed = await access
                        .AddBoardAsync(completed, client, board, cancellationToken)
                        .ConfigureAwait(false);
                }

                return completed;
            };

    /// <summary>Makes the result: the reply, cut where it is long, without boards that the agent may not see.</summary>
    public static ToolResult ToResult(Operation operation, JsonNode reply, AgentGrant grant)
    {
        var shown = reply switch
        {
            JsonArray list => new JsonObject { ["items"] = list.DeepClone() },
            JsonObject thing => thing,
            _ => new JsonObject { ["value"] = reply.DeepClone() },
        };
        if (shown["items"] is not JsonArray items)
        {
            return new ToolResult($"{operation.Id} replied.", new JsonObject { ["reply"] = Trim.Thing(shown) });
        }

        var rows = items.Where(item => item is not JsonObject row || IsAllowed(row, grant));
        var result = Rows.Of(new JsonArray([.. rows.Select(row => row?.DeepClone())]), "items");
        var data = new JsonObject { ["reply"] = result.Data.DeepClone() };
        if (shown.Text("bookmark") is { } bookmark)
        {
            data["reply"]!["bookmark"] = bookmark;
        }

        return new ToolResult($"{operation.Id}: {result.Text}", data);
    }

    private static bool IsAllowed(JsonObject row, AgentGrant grant) =>
        (grant.Secret || !BoardView.IsSecret(row))
        && (
            grant.Limits.Boards is not { } boards
            || row.Text("board_id") is not { } board
            || boards.Contains(board, StringComparer.Ordinal)
        );

    private static bool NeedsBoards(Operation operation) =>
        operation.Parameters.Any(parameter => parameter.Name is "board_id" or "pin_id" or "pin_ids");

    private static List<string> Ids(IReadOnlyList<KeyValuePair<string, string?>> values, string name) =>
        [
            .. values
                .Where(value => value.Key == name)
                .SelectMany(value => (value.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal),
        ];
}
