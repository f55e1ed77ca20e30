using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The sections of boards.</summary>
internal sealed class SectionOperations(CoreParts parts)
{
    private readonly SandboxState _state = parts.State;
    private readonly Access _access = parts.Access;
    private readonly Lists _lists = parts.Lists;
    private readonly EntityViews _views = parts.Views;

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            ("board_sections/list", List),
            ("board_sections/create", Create),
            ("board_sections/update", Update),
            ("board_sections/delete", Delete),
            ("board_sections/list_pins", ListPins),
        ];

    private SandboxReply List(ApiCall call)
    {
        var board = _access.Board(call.Caller, call.Path("board_id"));
        return _lists.Page(call, _state.SectionsOf(board.Id).OldestFirst, _ => true, EntityViews.Section);
    }

    private SandboxReply Create(ApiCall call)
    {
        var board = _access.BoardToChange(call.Caller, call.Path("board_id"));
        var name = Name(call);
        RefuseDuplicate(board, name, except: null);
        var (id, order) = _state.Next();
        var section = new Section(id, order, board.Id, name);
        _state.Put(section);
        return Reply(StatusCodes.Status201Created, section);
    }

    private SandboxReply Update(ApiCall call)
    {
        var (board, section) = Find(call);
        var name = Name(call);
        RefuseDuplicate(board, name, except: section.Id);
        var changed = section with { Name = name };
        _state.Put(changed);
        return Reply(StatusCodes.Status200OK, changed);
    }

    private SandboxReply Delete(ApiCall call)
    {
        _state.Remove(Find(call).Section);
        return SandboxReply.NoContent;
    }

    private SandboxReply ListPins(ApiCall call)
    {
        var board = _access.Board(call.Caller, call.Path("board_id"));
        var section = _access.Section(board, call.Path("section_id"));
        return _lists.Page(
            call,
            _state.PinsOfSection(section.Id).NewestFirst,
            pin => _access.Sees(call.Caller, pin),
            pin => _views.Pin(call.Caller, pin, withMetrics: false)
        );
    }

    private (Board Board, Section Section) Find(ApiCall call)
    {
        var board = _access.BoardToChange(call.Caller, call.Path("board_id"));
        return (board, _access.Section(board, call.Path("section_id")));
    }

    private static string Name(ApiCall call) =>
        call.Text("name") is { } name && !string.IsNullOrWhiteSpace(name)
            ? name
            : throw SandboxError.Invalid("'name' must not be blank.");

    private void RefuseDuplicate(Board board, string name, string? except)
    {
        if (
            _state
                .SectionsOf(board.Id)
                .OldestFirst()
                .Any(section =>
                    section.Id != except && string.Equals(section.Name, name, StringComparison.OrdinalIgnoreCase)
                )
        )
        {
            throw new SandboxError(
                StatusCodes.Status409Conflict,
                2032,
                "The board already has a section with this name."
            );
        }
    }

    private static SandboxReply Reply(int status, Section section) => new(status, EntityViews.Section(section));
}
