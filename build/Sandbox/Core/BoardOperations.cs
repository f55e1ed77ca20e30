using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The boards of an account.</summary>
internal sealed class BoardOperations(
    SandboxState state,
    Access access,
    Lists lists,
    EntityViews views,
    TimeProvider clock
)
{
    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            ("boards/list", List),
            ("boards/get", Get),
            ("boards/create", Create),
            ("boards/update", Update),
            ("boards/delete", Delete),
            ("boards/list_pins", ListPins),
        ];

    private SandboxReply List(ApiCall call)
    {
        var privacy = call.Request.Text("privacy") ?? "ALL";
        return lists.Page(
            call,
            state.BoardsOf(call.Caller.UserId).NewestFirst,
            board => Access.Sees(call.Caller, board) && Fits(board, privacy),
            views.Board
        );
    }

    private SandboxReply Get(ApiCall call) =>
        Reply(StatusCodes.Status200OK, access.Board(call.Caller, call.Path("board_id")));

    private SandboxReply Create(ApiCall call)
    {
        var name = Name(call.Text("name")!);
        var isAdsOnly = call.Body["is_ads_only"]?.ToObject<bool>() ?? false;
        var privacy = call.Text("privacy") ?? (isAdsOnly ? BoardPrivacy.Protected : BoardPrivacy.Public);
        if (privacy == BoardPrivacy.Secret && !call.Caller.WritesSecretBoards)
        {
            throw SandboxError.MissingScope("a secret board needs the scopes boards:read_secret, boards:write_secret");
        }

        RefuseDuplicate(call.Caller, name, except: null);
        var (id, order) = state.Next();
        var board = new Board(id, order, call.Caller.UserId, name, clock.GetUtcNow())
        {
            Description = call.Text("description"),
            Privacy = privacy,
            IsAdsOnly = isAdsOnly,
        };
        state.Put(board);
        return Reply(call.Request.Operation.SuccessStatus, board);
    }

    private SandboxReply Update(ApiCall call)
    {
        var board = access.BoardToChange(call.Caller, call.Path("board_id"));
        var name = call.Text("name") is { } given ? Name(given) : board.Name;
        var privacy = call.Text("privacy") ?? board.Privacy;
        if (privacy == BoardPrivacy.Secret && !call.Caller.WritesSecretBoards)
        {
            throw SandboxError.MissingScope("a secret board needs the scopes boards:read_secret, boards:write_secret");
        }

        RefuseDuplicate(call.Caller, name, except: board.Id);
        var changed = board with
        {
            Name = name,
            Description = call.TextOr("description", board.Description),
            Privacy = privacy,
        };
        state.Put(changed);
        return Reply(StatusCodes.Status200OK, changed);
    }

    private SandboxReply Delete(ApiCall call)
    {
        state.Remove(access.BoardToChange(call.Caller, call.Path("board_id")));
        return SandboxReply.NoContent;
    }

    private SandboxReply ListPins(ApiCall call)
    {
        var board = access.Board(call.Caller, call.Path("board_id"));
        var types = call.Request.List("creative_types");
        return lists.Page(
            call,
            state.PinsOfBoard(board.Id).NewestFirst,
            pin => access.Sees(call.Caller, pin) && (types.Count == 0 || types.Contains(pin.CreativeType)),
            pin => views.Pin(call.Caller, pin, call.Request.Flag("pin_metrics"))
        );
    }

    private void RefuseDuplicate(Caller caller, string name, string? except)
    {
        // Secret boards count too: two boards of one name would not be told apart.
        if (
            state
                .BoardsOf(caller.UserId)
                .NewestFirst()
                .Any(board => board.Id != except && string.Equals(board.Name, name, StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new SandboxError(StatusCodes.Status409Conflict, 58, "You already have a board with this name.");
        }
    }

    private SandboxReply Reply(int status, Board board) => new(status, views.Board(board));

    private static string Name(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw SandboxError.Invalid("'name' must not be blank.") : name;

    private static bool Fits(Board board, string filter) =>
        filter switch
        {
            "ALL" => true,
            "PUBLIC_AND_SECRET" => board.Privacy is BoardPrivacy.Public or BoardPrivacy.Secret,
            _ => board.Privacy == filter,
        };
}
