using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>Cuts lists into pages.</summary>
internal sealed class Lists(Bookmarks bookmarks, bool takesAnyBookmark)
{
    private const int UsualPageSize = 25;

    /// <summary>Gives the page that a call asks for.</summary>
    /// <param name="call">The call, with its bookmark and page size.</param>
    /// <param name="after">Gives the items that come after an order, or all.</param>
    /// <param name="filter">Which of them belong to the list.</param>
    /// <param name="view">Makes the JSON of an item.</param>
    public SandboxReply Page<T>(
        ApiCall call,
        Func<long?, IEnumerable<T>> after,
        Func<T, bool> filter,
        Func<T, byte[]> view
    )
        where T : IEntity =>
        Page(call, from => after(from).Where(filter).Select(item => (item.Order, item)), entry => view(entry));

    /// <summary>Gives a page of things that are no entities, each with its order.</summary>
    public SandboxReply Page<T>(
        ApiCall call,
        Func<long?, IEnumerable<(long Order, T Item)>> after,
        Func<T, byte[]> view
    )
    {
        var list = Name(call);
        var size = call.Request.Values.TryGetValue("page_size", out var asked) ? (int)asked : UsualPageSize;
        var bookmark = call.Request.Text("bookmark") is { Length: > 0 } sent ? sent : null;
        var from =
            bookmark is null ? null
            : takesAnyBookmark ? bookmarks.TryRead(list, bookmark)
            : bookmarks.Read(list, bookmark);
        var items = new List<byte[]>(size);
        var last = 0L;
        foreach (var (order, item) in after(from).Skip(bookmark is not null && from is null ? size : 0))
        {
            if (items.Count == size)
            {
                return SandboxReply.Page(items, bookmarks.Make(list, last));
            }

            items.Add(view(item));
            last = order;
        }

        return SandboxReply.Page(items, null);
    }

    // A bookmark serves the same user, operation and filters; the size of the page may change on the way.
    private static string Name(ApiCall call)
    {
        var filters = call
            .Request.Values.Where(value => value.Key is not ("bookmark" or "page_size"))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}={value.Value}");
        return string.Join('\n', filters.Prepend(call.Request.Operation.Id).Prepend(call.Caller.UserId));
    }
}
