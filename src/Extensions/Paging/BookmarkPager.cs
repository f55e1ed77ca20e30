using System.Runtime.CompilerServices;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// All items of a paged operation. Each page is requested when it is needed. An item that is null in the response is
/// skipped. When a page fails, continue with <see cref="PinterestException.ResumeBookmark"/> of the exception.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class BookmarkPager<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<IPage<T>>> _fetch;
    private readonly Operation _operation;
    private readonly string? _start;
    private readonly CancellationToken _cancellation;
    private bool _readsAhead;

    internal BookmarkPager(
        Operation operation,
        string? start,
        Func<string?, CancellationToken, Task<IPage<T>>> fetch,
        CancellationToken cancellationToken = default
    )
    {
        _operation = operation;
        _start = start;
        _fetch = fetch;
        _cancellation = cancellationToken;
    }

    /// <summary>
    /// Requests the next page while the caller processes the current one. This needs the memory of one more page, and
    /// one extra call when the enumeration ends early.
    /// </summary>
    /// <returns>A pager of the same items with read-ahead.</returns>
    public BookmarkPager<T> WithReadAhead() => new(_operation, _start, _fetch, _cancellation) { _readsAhead = true };

    /// <summary>
    /// Returns the pages instead of the items. Keep <see cref="IPage{T}.Bookmark"/> to resume after a page later.
    /// </summary>
    /// <param name="cancellationToken">Ends the enumeration, like the token of the method that created the
    /// pager.</param>
    /// <returns>The pages; the last has no bookmark.</returns>
    /// <exception cref="PinterestException">A page could not be fetched. Continue with its
    /// <see cref="PinterestException.ResumeBookmark"/>.</exception>
    /// <exception cref="PinterestPagingException">Pinterest repeated a bookmark, so the enumeration would never
    /// end.</exception>
    public async IAsyncEnumerable<IPage<T>> AsPages(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_cancellation, cancellationToken);
        var seen = new HashSet<ulong>();
        var next = FetchAsync(_start, seen, ending.Token, cancellationToken);
        try
        {
            while (next is not null)
            {
                var page = await next.ConfigureAwait(false);

                // The bookmark alone says whether there is more: an empty page may have a successor.
                var bookmark = string.IsNullOrEmpty(page.Bookmark) ? null : page.Bookmark;
                next =
                    bookmark is not null && _readsAhead
                        ? FetchAsync(bookmark, seen, ending.Token, cancellationToken)
                        : null;
                yield return page;
                next ??= bookmark is null ? null : FetchAsync(bookmark, seen, ending.Token, cancellationToken);
            }
        }
        finally
        {
            // An enumeration that ends early leaves no call running and no failure unseen.
            await ending.CancelAsync().ConfigureAwait(false);
            if (next is not null)
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }

    // A bookmark of another type than a text leads nowhere, and a walk would end as if there were no more items.
    private static bool HasOtherBookmark(IPage<T> page) =>
        page is PinterestModel { HasAdditional: true } model
        && string.IsNullOrEmpty(page.Bookmark)
        && model.AdditionalProperties.TryGetValue("bookmark", out var other)
        && other is { Type: not Newtonsoft.Json.Linq.JTokenType.Null };

    // Async, so that a repeated bookmark found while reading ahead fails only when its page is requested.
    private async Task<IPage<T>> FetchAsync(
        string? bookmark,
        HashSet<ulong> seen,
        CancellationToken ending,
        CancellationToken caller
    )
    {
        if (bookmark is not null && !seen.Add(Fingerprint(bookmark)))
        {
            throw new PinterestPagingException(_operation, bookmark);
        }

        try
        {
            var page = await _fetch(bookmark, ending).ConfigureAwait(false);
            return HasOtherBookmark(page) ? throw new PinterestPagingException(_operation) : KnownItems<T>.Of(page);
        }
        catch (PinterestException error)
        {
            error.ResumeBookmark = bookmark;
            throw;
        }
        catch (OperationCanceledException error) when (CallerCancellation.IsHidden(error, caller))
        {
            throw CallerCancellation.Show(error, caller);
        }
        catch (OperationCanceledException error) when (CallerCancellation.IsHidden(error, _cancellation))
        {
            throw CallerCancellation.Show(error, _cancellation);
        }
    }

    // Eight bytes for each page, so that a walk over millions of items stays small. 64 bits do not collide by
    // chance in any real walk.
    private static ulong Fingerprint(string bookmark)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in bookmark)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }
}
