using System.Runtime.CompilerServices;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// All items of a paged operation, fetched page by page as they are asked for. An item that is null in the response is left
/// out. When a page fails, <see cref="PinterestException.ResumeBookmark"/> of the exception is where to go on.
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
    /// Fetches the next page while the caller works on the present one. This costs one page of memory, and one call
    /// too many when the enumeration ends early.
    /// </summary>
    /// <returns>The same items, fetched ahead.</returns>
    public BookmarkPager<T> WithReadAhead() => new(_operation, _start, _fetch, _cancellation) { _readsAhead = true };

    /// <summary>
    /// Gives the pages instead of the items. Keep <see cref="IPage{T}.Bookmark"/> to resume after a page later.
    /// </summary>
    /// <param name="cancellationToken">Ends the enumeration, as the token of the method that made it does.</param>
    /// <returns>The pages; the last has no bookmark.</returns>
    /// <exception cref="PinterestException">A page could not be fetched. Its
    /// <see cref="PinterestException.ResumeBookmark"/> is where to go on.</exception>
    /// <exception cref="PinterestPagingException">Pinterest repeats a bookmark, which would never end.</exception>
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
