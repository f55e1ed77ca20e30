using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>
/// Makes the boards, sections, Pins and uploads that a provider state names. An entity with the same id is
/// replaced.
/// </summary>
internal sealed class ExampleEntities(SandboxState state, Users users, ExampleJobs jobs, TimeProvider clock)
{
    /// <summary>Gets the maker of jobs.</summary>
    public ExampleJobs Jobs { get; } = jobs;

    /// <summary>Gets the lock under which a provider state is made.</summary>
    public Lock Gate => state.Gate;

    public void Board(StateParameters parameters) => PutBoard(parameters.Id("board_id", "id"), parameters);

    public void Boards(StateParameters parameters)
    {
        for (var number = 1; number <= parameters.Count(); number++)
        {
            // Each board takes a number, as each Pin does, so that later ids stay the same.
            state.Next();
            PutBoard(null, new StateParameters(new JObject { ["name"] = $"Board {number}" }));
        }
    }

    public void Section(StateParameters parameters)
    {
        var board = BoardOf(parameters) ?? throw SandboxError.Invalid("The state requires the parameter 'board_id'.");
        var (newId, order) = state.Next();
        var id = parameters.Id("section_id", "id") ?? newId;
        Remove(state.Section(id));
        state.Put(new Section(id, order, board.Id, parameters.Text("name") ?? $"Section {id}"));
    }

    public void Pin(StateParameters parameters)
    {
        var (newId, order) = state.Next();
        PutPin(parameters.Id("pin_id", "id") ?? newId, parameters, order);
    }

    public void Pins(StateParameters parameters)
    {
        for (var number = 1; number <= parameters.Count(); number++)
        {
            var order = state.Next().Order;
            PutPin(state.Next().Id, parameters, order);
        }
    }

    public void Media(StateParameters parameters, bool isUploaded)
    {
        var (newId, order) = state.Next();
        var now = clock.GetUtcNow();
        state.Put(
            new MediaFile(parameters.Id("media_id", "id") ?? newId, order, users.DefaultId, now)
            {
                UploadedAt = isUploaded ? now - TimeSpan.FromDays(1) : null,
            }
        );
    }

    public void Followers(StateParameters parameters)
    {
        var names = Enumerable.Range(1, parameters.Count()).Select(number => $"follower_{number}");
        state.Put(state.User(users.DefaultId)! with { Followers = [.. names] });
    }

    private Board PutBoard(string? id, StateParameters parameters)
    {
        var (newId, order) = state.Next();
        Remove(id is null ? null : state.Board(id));
        var board = new Board
        {
            Id = id ?? newId,
            Order = order,
            OwnerId = parameters.Text("owner") is { } name ? users.Named(name).Id : users.DefaultId,
            Name = parameters.Text("name") ?? $"Board {id ?? newId}",
            CreatedAt = clock.GetUtcNow(),
            Description = parameters.Text("description"),
            Privacy = parameters.Text("privacy") ?? BoardPrivacy.Public,
        };
        state.Put(board);
        return board;
    }

    private void PutPin(string id, StateParameters parameters, long order)
    {
        Remove(state.Pin(id));
        var board = BoardOf(parameters);
        var sectionId = parameters.Id("section_id", "board_section_id");
        if (sectionId is not null && board is not null && state.Section(sectionId) is null)
        {
            state.Put(new Section(sectionId, state.Next().Order, board.Id, $"Section {sectionId}"));
        }

        state.Put(
            new Pin(id, order, board?.OwnerId ?? users.DefaultId, clock.GetUtcNow())
            {
                BoardId = board?.Id,
                SectionId = sectionId,
                Title = parameters.Text("title") ?? $"Pin {id}",
                Description = parameters.Text("description") ?? "A Pin of a provider state.",
                Link = parameters.Text("link") ?? "https://example.com/pin",
                AltText = parameters.Text("alt_text") ?? "What the Pin shows",
                DominantColor = PinMedia.Color(id),
                SourceType = PinMedia.FromWeb,
                Media = PinMedia.OfAddress($"https://example.com/{id}.jpg"),
            }
        );
    }

    private Board? BoardOf(StateParameters parameters) =>
        parameters.Id("board_id") is { } id ? state.Board(id) ?? PutBoard(id, StateParameters.None) : null;

    private void Remove(IEntity? old)
    {
        if (old is not null)
        {
            state.Remove(old);
        }
    }
}
