using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The boards of an account.</summary>
internal sealed class BoardOperations(CoreParts parts)
{
    private readonly SandboxState _state = parts.State;
    private readonly Access _access = parts.Access;
    private readonly Lists _lists = parts.Lists;
    private readonly EntityViews _views = parts.Views;
    private readonly TimeProvider _clock = parts.Clock;

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
        return _lists.Page(
            call,
            _state.BoardsOf(call.Caller.UserId).NewestFirst,
            board => Access.Sees(call.Caller, board) && Fits(board, privacy),
            _views.Board
        );
    }

    private SandboxReply Get(ApiCall call) =>
        Reply(StatusCodes.Status200OK, _access.Board(call.Caller, call.Path("board_id")));

    private SandboxReply Create(ApiCall call)
    {
        var name = Name(call.Text("name")!);
        var isAdsOnly = call.Body["is_ads_only"]?.ToObject<bool>() ?? false;
        var privacy = call.Text("privacy") ?? (isAdsOnly ? BoardPrivacy.Protected : BoardPrivacy.Public);
        if (privacy == BoardPrivacy.Secret && !call.Caller.WritesSecretBoards)
        {
            throw SandboxError.MissingScope(
                "a secret board requires the scopes boards:read_secret, boards:write_secret"
            );
        }

        RefuseDuplicate(call.Caller, name, except: null);
        var (id, order) = _state.Next();
        var board = new Board
        {
            Id = id,
            Order = order,
            OwnerId = call.Caller.UserId,
            Name = name,
            CreatedAt = _clock.GetUtcNow(),
            Description = call.Text("description"),
            Privacy = privacy,
            IsAdsOnly = isAdsOnly,
        };
        _state.Put(board);
        return Reply(call.Request.Operation.SuccessStatus, board);
    }

    private SandboxReply Update(ApiCall call)
    {
        var board = _access.BoardToChange(call.Caller, call.Path("board_id"));
        var name = call.Text("name") is { } given ? Name(given) : board.Name;
        var privacy = call.Text("privacy") ?? board.Privacy;
        if (privacy == BoardPrivacy.Secret && !call.Caller.WritesSecretBoards)
        {
            throw SandboxError.MissingScope(
                "a secret board requires the scopes boards:read_secret, boards:write_secret"
            );
        }

        RefuseDuplicate(call.Caller, name, except: board.Id);
        var changed = board with
        {
            Name = name,
            Description = call.TextOr("description", board.Description),
            Privacy = privacy,
        };
        _state.Put(changed);
        return Reply(StatusCodes.Status200OK, changed);
    }

    private SandboxReply Delete(ApiCall call)
    {
        _state.Remove(_access.BoardToChange(call.Caller, call.Path("board_id")));
        return SandboxReply.NoContent;
    }

    private SandboxReply ListPins(ApiCall call)
    {
        var board = _access.Board(call.Caller, call.Path("board_id"));
        var types = call.Request.List("creative_types");
        return _lists.Page(
            call,
            _state.PinsOfBoard(board.Id).NewestFirst,
            pin => _access.Sees(call.Caller, pin) && (types.Count == 0 || types.Contains(pin.CreativeType)),
            pin => _views.Pin(call.Caller, pin, call.Request.Flag("pin_metrics"))
        );
    }

    private void RefuseDuplicate(Caller caller, string name, string? except)
    {
        // Secret boards count too, because nobody could tell two boards of one name apart.
        if (
            _state
                .BoardsOf(caller.UserId)
                .NewestFirst()
                .Any(board => board.Id != except && string.Equals(board.Name, name, StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new SandboxError(StatusCodes.Status409Conflict, 58, "You already have a board with this name.");
        }
    }

    private SandboxReply Reply(int status, Board board) => new(status, _views.Board(board));

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
