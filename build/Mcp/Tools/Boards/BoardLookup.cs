using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Looks a board up before a call is decided: its name for a person, and whether it is secret.</summary>
internal sealed class BoardLookup(string id)
{
    public const string Operation = "boards/get";

    /// <summary>Gets the board once it was looked up.</summary>
    public JsonNode? Board { get; private set; }

    /// <summary>Gets its name in quotes, or its id when it was not looked up.</summary>
    public string Quoted => Board is null ? id : BoardView.Quoted(Board);

    public async Task<AgentCall> CompleteAsync(
        AgentCall call,
        IPinterestClient client,
        CancellationToken cancellationToken
    )
    {
        Board = await client
            .ReadAsync(Operation, cancellationToken, Sending.With("board_id", id))
            .ConfigureAwait(false);
        return call with { IsSecret = call.IsSecret || BoardView.IsSecret(Board) };
    }

    /// <summary>Completes a call, and says what it does now that the name is known.</summary>
    public Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>> Then(
        Func<JsonNode, CallSummary> summary
    ) =>
        async (call, client, cancellationToken) =>
        {
            var completed = await CompleteAsync(call, client, cancellationToken).ConfigureAwait(false);
            return completed with { Summary = summary(Board!) };
        };
}
