namespace Pinterest.OpenApi.Unit.Client.Paging;

/// <summary>Pagers that a test makes for a fake.</summary>
public sealed class BookmarkPagerMakeTests
{
    [Fact]
    public async Task Items_are_one_page()
    {
        var pager = BookmarkPager.FromItems([1, 2, 3]);

        Assert.Equal([1, 2, 3], await ItemsAsync(pager));
        Assert.Equal([((string?)null, 3)], await PagesAsync(pager));
    }

    [Fact]
    public async Task Without_items_there_is_one_empty_page() =>
        Assert.Equal([((string?)null, 0)], await PagesAsync(BookmarkPager.FromItems(Array.Empty<string>())));

    [Fact]
    public async Task Without_pages_there_is_one_empty_page() =>
        Assert.Equal([((string?)null, 0)], await PagesAsync(BookmarkPager.FromPages(Array.Empty<string[]>())));

    [Fact]
    public async Task Each_page_but_the_last_leads_to_the_next_and_may_be_empty()
    {
        var pager = BookmarkPager.FromPages<string>([
            ["a", "b"],
            [],
            ["c"],
        ]);

        Assert.Equal([("1", 2), ("2", 0), (null, 1)], await PagesAsync(pager));
        Assert.Equal(["a", "b", "c"], await ItemsAsync(pager));
        Assert.Equal(["a", "b", "c"], await ItemsAsync(pager.WithReadAhead()));
    }

    [Fact]
    public async Task A_pager_can_be_walked_twice()
    {
        var pager = BookmarkPager.FromPages<int>([
            [1],
            [2],
        ]);

        Assert.Equal(await ItemsAsync(pager), await ItemsAsync(pager));
    }

    [Fact]
    public async Task A_function_may_fail_at_a_page()
    {
        var pager = BookmarkPager.FromFetch<int>(
            (bookmark, _) =>
                bookmark is null
                    ? Task.FromResult(BookmarkPager.Page([1], "second"))
                    : throw PinterestExceptionFactory.Create(System.Net.HttpStatusCode.ServiceUnavailable)
        );
        var seen = new List<int>();

        await Assert.ThrowsAsync<PinterestServerException>(async () =>
        {
            await foreach (var item in pager)
            {
                seen.Add(item);
            }
        });

        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task A_cancelled_walk_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in BookmarkPager.FromItems([1]).WithCancellation(cancelled.Token)) { }
        });
    }

    private static async Task<List<T>> ItemsAsync<T>(BookmarkPager<T> pager)
    {
        var items = new List<T>();
        await foreach (var item in pager)
        {
            items.Add(item);
        }

        return items;
    }

    private static async Task<List<(string? Bookmark, int Count)>> PagesAsync<T>(BookmarkPager<T> pager)
    {
        var pages = new List<(string? Bookmark, int Count)>();
        await foreach (var page in pager.AsPages())
        {
            pages.Add((page.Bookmark, page.Items.Count));
        }

        return pages;
    }
}
