using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// Decides what a caller may see and change. Secret boards and the Pins on them do not exist for a token without
/// the secret scopes. Boards and Pins of another user can be seen when they are public, and can never be changed.
/// </summary>
internal sealed class Access(SandboxState state)
{
    public static bool Sees(Caller caller, Board board) =>
        !board.IsSecret || (board.OwnerId == caller.UserId && caller.ReadsSecretBoards);

    public bool Sees(Caller caller, Pin pin) =>
        BoardOf(pin) is not { IsSecret: true } board || (board.OwnerId == caller.UserId && caller.ReadsSecretPins);

    /// <exception cref="SandboxError">404: it does not exist, or not for this token.</exception>
    public Board Board(Caller caller, string id) =>
        state.Board(id) is { } board && Sees(caller, board) ? board : throw SandboxError.NoBoard();

    /// <exception cref="SandboxError">404, or 403: it belongs to another user.</exception>
    public Board BoardToChange(Caller caller, string id)
    {
        var board = Board(caller, id);
        if (board.IsSecret && !caller.WritesSecretBoards)
        {
            throw SandboxError.NoBoard();
        }

        return board.OwnerId == caller.UserId ? board : throw SandboxError.NotPermitted();
    }

    /// <exception cref="SandboxError">404, or 403: the board belongs to another user.</exception>
    public Board BoardForPins(Caller caller, string id)
    {
        var board = Board(caller, id);
        if (board.IsSecret && !caller.WritesSecretPins)
        {
            throw SandboxError.NoBoard();
        }

        return board.OwnerId == caller.UserId ? board : throw SandboxError.NotPermitted();
    }

    /// <exception cref="SandboxError">404: there is no such section on the board.</exception>
    public Section Section(Board board, string id) =>
        state.Section(id) is { } section && section.BoardId == board.Id ? section : throw SandboxError.NoSection();

    /// <exception cref="SandboxError">404: it does not exist, or not for this token.</exception>
    public Pin Pin(Caller caller, string id) =>
        state.Pin(id) is { } pin && Sees(caller, pin) ? pin : throw SandboxError.NoPin();

    /// <exception cref="SandboxError">404, or 403: it belongs to another user.</exception>
    public Pin PinToChange(Caller caller, string id)
    {
        var pin = Pin(caller, id);
        if (BoardOf(pin) is { IsSecret: true } && !caller.WritesSecretPins)
        {
            throw SandboxError.NoPin();
        }

        return pin.OwnerId == caller.UserId ? pin : throw SandboxError.NotPermitted();
    }

    public Board? BoardOf(Pin pin) => pin.BoardId is { } id ? state.Board(id) : null;
}
