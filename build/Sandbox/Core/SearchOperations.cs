using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// Search among the boards and Pins of the user. All words must be found; upper and lower case do not matter.
/// </summary>
internal sealed class SearchOperations(CoreParts parts)
{
    private readonly SandboxState _state = parts.State;
    private readonly Lists _lists = parts.Lists;
    private readonly EntityViews _views = parts.Views;

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [("search_user_pins/list", Pins), ("search_user_boards/get", Boards)];

    // Both operations require the secret scopes, so secret boards and Pins are searched too.
    private SandboxReply Pins(ApiCall call)
    {
        var words = Words(call);
        return _lists.Page(
            call,
            _state.PinsOfUser(call.Caller.UserId).NewestFirst,
            pin => Says(words, pin.Title, pin.Description, pin.AltText, pin.Link),
            pin => _views.Pin(call.Caller, pin, withMetrics: false)
        );
    }

    private SandboxReply Boards(ApiCall call)
    {
        var words = Words(call);
        return _lists.Page(
            call,
            _state.BoardsOf(call.Caller.UserId).NewestFirst,
            board => Says(words, board.Name, board.Description),
            _views.Board
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
