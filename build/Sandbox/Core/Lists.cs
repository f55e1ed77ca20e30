using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>Divides lists into pages.</summary>
internal sealed class Lists(Bookmarks bookmarks, bool takesAnyBookmark)
{
    private const int UsualPageSize = 25;

    /// <summary>Gives the page that a call requests.</summary>
    /// <param name="call">The call, with its bookmark and page size.</param>
    /// <param name="after">Gives the items after an order; all items for null.</param>
    /// <param name="filter">Decides which of them belong to the list.</param>
    /// <param name="view">Makes the JSON of an item.</param>
    public SandboxReply Page<T>(
        ApiCall call,
        Func<long?, IEnumerable<T>> after,
        Func<T, bool> filter,
        Func<T, byte[]> view
    )
        where T : IEntity =>
        Page(call, from => after(from).Where(filter).Select(item => (item.Order, item)), entry => view(entry));

    /// <summary>Gives a page of items that are not entities, each with its order.</summary>
    public SandboxReply Page<T>(
        ApiCall call,
        Func<long?, IEnumerable<(long Order, T Item)>> after,
        Func<T, byte[]> view
    )
    {
        var list = Name(call);
        var size = call.Request.Values.TryGetValue("page_size", out var asked) ? (int)asked : UsualPageSize;
        var bookmark = call.Request.Text("bookmark") is { Length: > 0 } sent ? sent : null;
        var from = bookmark is null ? null : Order(list, bookmark);

        // A recorded contract has an example as its bookmark. It stands for the end of the first page.
        var skipped = bookmark is not null && from is null ? size : 0;
        var items = new List<byte[]>(size);
        var last = 0L;
        foreach (var (order, item) in after(from).Skip(skipped))
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

    private long? Order(string list, string bookmark) =>
        takesAnyBookmark ? bookmarks.TryRead(list, bookmark) : bookmarks.Read(list, bookmark);

    // A bookmark is valid for one user, one operation and the same filters. The size of the page may change.
    private static string Name(ApiCall call)
    {
        var filters = call
            .Request.Values.Where(value => value.Key is not ("bookmark" or "page_size"))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}={value.Value}");
        return string.Join('\n', filters.Prepend(call.Request.Operation.Id).Prepend(call.Caller.UserId));
    }
}
