using System.Runtime.CompilerServices;

namespace Pinterest.OpenApi;

/// <summary>All items of a paged operation, fetched page by page as they are asked for.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class BookmarkPager<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<IPage<T>>> _fetch;
    private readonly Operation _operation;
    private readonly string? _start;

    internal BookmarkPager(Operation operation, string? start, Func<string?, CancellationToken, Task<IPage<T>>> fetch) =>
        (_operation, _start, _fetch) = (operation, start, fetch);

    /// <summary>Gives the pages instead of the items. Keep <see cref="IPage{T}.Bookmark"/> to resume after a page later.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The pages; the last has no bookmark.</returns>
    /// <exception cref="PinterestPagingException">Pinterest repeats a bookmark, which would never end.</exception>
    public async IAsyncEnumerable<IPage<T>> AsPages([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bookmark = _start;
        do
        {
            if (bookmark is not null && !seen.Add(bookmark)) throw new PinterestPagingException(_operation, bookmark);
            var page = await _fetch(bookmark, cancellationToken).ConfigureAwait(false);
            yield return page;

            // The bookmark alone says whether there is more: an empty page may have a successor.
            bookmark = string.IsNullOrEmpty(page.Bookmark) ? null : page.Bookmark;
        }
        while (bookmark is not null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items) yield return item;
        }
    }
}
