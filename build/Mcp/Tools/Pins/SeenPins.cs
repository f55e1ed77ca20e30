using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Says which Pins of a list over all boards an agent may see.</summary>
internal sealed class SeenPins
{
    /// <summary>The operation that it sends.</summary>
    public const string Operation = "boards/list";

    private const int MostPages = 20;

    private readonly AgentGrant _grant;
    private readonly HashSet<string> _secret;

    private SeenPins(AgentGrant grant, HashSet<string> secret)
    {
        _grant = grant;
        _secret = secret;
    }

    /// <summary>Looks up which boards are secret, unless the agent may see these too.</summary>
    public static async Task<SeenPins> ReadAsync(
        IPinterestClient client,
        AgentGrant grant,
        CancellationToken cancellationToken
    )
    {
        var secret = new HashSet<string>(StringComparer.Ordinal);
        string? bookmark = null;
        for (var page = 0; !grant.Secret && page < MostPages; page++)
        {
            var boards = await client
                .ReadAsync(
                    Operation,
                    cancellationToken,
                    Sending.With("privacy", "SECRET"),
                    Sending.With("page_size", "250"),
                    Sending.With("bookmark", bookmark)
                )
                .ConfigureAwait(false);
            secret.UnionWith(boards.List("items").Select(board => board.Text("id") ?? ""));
            bookmark = boards.Text("bookmark");
            if (string.IsNullOrEmpty(bookmark))
            {
                break;
            }
        }

        return new SeenPins(grant, secret);
    }

    public bool IsAllowed(JsonObject pin)
    {
        var board = pin.Text("board_id");
        return (board is null || !_secret.Contains(board))
            && (
                _grant.Limits.Boards is not { } boards
                || (board is not null && boards.Contains(board, StringComparer.Ordinal))
            );
    }
}
