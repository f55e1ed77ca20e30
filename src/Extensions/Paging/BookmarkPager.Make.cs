using System.Globalization;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Creates pagers from values. In a test, a fake of a group (for example of IBoardsClient) returns them.
/// </summary>
public static class BookmarkPager
{
    /// <summary>Makes a pager of one page.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">The items, in their order. They are read at once.</param>
    /// <returns>The pager.</returns>
    /// <exception cref="ArgumentNullException">The items are null.</exception>
    public static BookmarkPager<T> FromItems<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return FromPages<T>([items]);
    }

    /// <summary>
    /// Makes a pager of several pages. Each page but the last has a bookmark: "1" leads to the second page, "2" to the
    /// third. A page may be empty.
    /// </summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="pages">The items of each page, in their order. They are read at once.</param>
    /// <returns>The pager. Without any page it has one empty page.</returns>
    /// <exception cref="ArgumentNullException">The pages, or one of them, are null.</exception>
    public static BookmarkPager<T> FromPages<T>(IEnumerable<IEnumerable<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        T[][] listed = [.. pages.Select(page => page.ToArray())];
        return FromFetch<T>(
            (bookmark, cancellationToken) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var number = bookmark is null ? 0 : int.Parse(bookmark, CultureInfo.InvariantCulture);
                var next = number + 1 < listed.Length ? (number + 1).ToString(CultureInfo.InvariantCulture) : null;
                return Task.FromResult<IPage<T>>(new ListedPage<T>(listed.ElementAtOrDefault(number) ?? [], next));
            }
        );
    }

    /// <summary>
    /// Creates a pager that calls a function for each page. The function can wait or throw, as a server does.
    /// </summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="fetch">Returns the page of a bookmark. The bookmark of the first page is null.</param>
    /// <returns>The pager.</returns>
    /// <exception cref="ArgumentNullException">The function is null.</exception>
    public static BookmarkPager<T> FromFetch<T>(Func<string?, CancellationToken, Task<IPage<T>>> fetch)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        return new BookmarkPager<T>(MadeUpOperation.Value, start: null, fetch);
    }

    /// <summary>Makes a page, for <see cref="FromFetch{T}"/>.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="bookmark">The bookmark of the next page; null on the last page.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentNullException">The items are null.</exception>
    public static IPage<T> Page<T>(IEnumerable<T> items, string? bookmark = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new ListedPage<T>([.. items], bookmark);
    }
}
