using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>Search among what the user has. Words are looked for in any case; all of them must be found.</summary>
internal sealed class SearchOperations(SandboxState state, Lists lists, EntityViews views)
{
    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [("search_user_pins/list", Pins), ("search_user_boards/get", Boards)];

    // Both operations demand the secret scopes, so that everything of the user's is searched.
    private SandboxReply Pins(ApiCall call)
    {
        var words = Words(call);
        return lists.Page(
            call,
            state.PinsOfUser(call.Caller.UserId).NewestFirst,
            pin => Says(words, pin.Title, pin.Description, pin.AltText, pin.Link),
            pin => views.Pin(call.Caller, pin, withMetrics: false)
        );
    }

    private SandboxReply Boards(ApiCall call)
    {
        var words = Words(call);
        return lists.Page(
            call,
            state.BoardsOf(call.Caller.UserId).NewestFirst,
            board => Says(words, board.Name, board.Description),
            views.Board
        );
    }

    private static string[] Words(ApiCall call) =>
        (call.Request.Text("query") ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    private static bool Says(string[] words, params ReadOnlySpan<string?> texts)
    {
        foreach (var word in words)
        {
            var isFound = false;
            foreach (var text in texts)
            {
                isFound |= text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
            }

            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }
}
