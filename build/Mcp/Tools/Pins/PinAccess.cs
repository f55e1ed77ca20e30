using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>
/// Looks Pins up before a call is decided: which boards they are on, and whether one of these is secret. A board that
/// cannot be read counts as secret.
/// </summary>
internal sealed class PinAccess
{
    private readonly Dictionary<string, JsonObject> _pins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode?> _boards = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Operations { get; } = ["pins/get", BoardLookup.Operation];

    /// <summary>Gets the Pins that were looked up, by their ids.</summary>
    public IReadOnlyDictionary<string, JsonObject> Pins => _pins;

    public JsonObject Pin(string id) => _pins.GetValueOrDefault(id) ?? [];

    /// <summary>Gives the name of a board in quotes, or its id.</summary>
    public string NameOf(string? board) =>
        board is not null && _boards.GetValueOrDefault(board) is { } known ? BoardView.Quoted(known) : $"{board}";

    /// <summary>Looks the Pins of a call up.</summary>
    public async Task<AgentCall> CompleteAsync(
        AgentCall call,
        IPinterestClient client,
        CancellationToken cancellationToken
    )
    {
        var completed = call;
        foreach (var id in call.Pins)
        {
            var pin = await client
                .ReadAsync("pins/get", cancellationToken, Sending.With("pin_id", id))
                .ConfigureAwait(false);
            _pins[id] = pin.AsThing();
            completed = await AddBoardAsync(completed, client, pin.Text("board_id"), cancellationToken)
                .ConfigureAwait(false);
        }

        return completed;
    }

    /// <summary>Adds a board to a call.</summary>
    public async Task<AgentCall> AddBoardAsync(
        AgentCall call,
        IPinterestClient client,
        string? id,
        CancellationToken cancellationToken
    )
    {
        if (id is null)
        {
            return call;
        }

        if (!_boards.TryGetValue(id, out var board))
        {
            board = await FindAsync(client, id, cancellationToken).ConfigureAwait(false);
            _boards[id] = board;
        }

        return call with
        {
            Boards = call.Boards.Contains(id, StringComparer.Ordinal) ? call.Boards : [.. call.Boards, id],
            IsSecret = call.IsSecret || board is null || BoardView.IsSecret(board),
        };
    }

    private static async Task<JsonNode?> FindAsync(
        IPinterestClient client,
        string id,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await client
                .ReadAsync(BoardLookup.Operation, cancellationToken, Sending.With("board_id", id))
                .ConfigureAwait(false);
        }
        catch (PinterestApiException error)
            when (error.Kind
                    is PinterestErrorKind.NotFound
                        or PinterestErrorKind.Forbidden
                        or PinterestErrorKind.MissingScope
            )
        {
            return null;
        }
    }
}
