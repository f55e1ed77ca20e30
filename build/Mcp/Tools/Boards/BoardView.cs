using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>What is told of a board, and whether it may be told.</summary>
internal static class BoardView
{
    private const int LongestDescription = 160;

    public static JsonObject Short(JsonObject board)
    {
        var row = board.Pick("id", "name", "privacy", "pin_count", "follower_count");
        return row.Set("description", Trim.Text(NullIfEmpty(board.Text("description")), LongestDescription));
    }

    public static bool IsSecret(JsonNode board) => board.Text("privacy") == "SECRET";

    /// <summary>Says whether an agent may see a board of a list.</summary>
    public static bool IsAllowed(AgentGrant grant, JsonObject board) =>
        (grant.Secret || !IsSecret(board))
        && (grant.Limits.Boards is not { } boards || boards.Contains(board.Text("id"), StringComparer.Ordinal));

    public static string Quoted(JsonNode board) => Summaries.Quoted(board.Text("name"));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
