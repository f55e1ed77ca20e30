using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Paging;

public sealed class BookmarkPagerTests
{
    [Fact]
    public async Task All_items_of_all_pages_come_and_an_empty_page_with_a_bookmark_goes_on()
    {
        var pinterest = new FakePinterest()
            .Replies("""{"items":[{"id":"1"},{"id":"2"}],"bookmark":"a b"}""")
            .Replies("""{"items":[],"bookmark":"c"}""")
            .Replies("""{"items":[{"id":"3"}],"bookmark":""}""");

        var ids = new List<string>();
        await foreach (var pin in pinterest.Client.Boards.EnumeratePinsAsync("7", pageSize: 2)) ids.Add(pin.Id!);

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(["?page_size=2", "?bookmark=a%20b&page_size=2", "?bookmark=c&page_size=2"], pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query));
    }

    [Fact]
    public async Task Pages_can_be_resumed_from_a_bookmark()
    {
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"3"}],"bookmark":null}""");

        await foreach (var page in pinterest.Client.Boards.EnumerateAsync(bookmark: "c").AsPages()) Assert.Equal("3", Assert.Single(page.Items).Id);

        Assert.Equal("?bookmark=c", pinterest.Requests[0].Request.RequestUri!.Query);
    }

    [Fact]
    public async Task A_repeated_bookmark_is_an_error_and_no_loop()
    {
        var pinterest = new FakePinterest().Replies("""{"items":[],"bookmark":"a"}""").Replies("""{"items":[],"bookmark":"a"}""");

        var error = await Assert.ThrowsAsync<PinterestPagingException>(async () => await pinterest.Client.Boards.EnumerateAsync().AsPages().GetAsyncEnumerator().MoveToEndAsync());

        Assert.Equal(("a", "boards/list"), (error.Bookmark, error.Operation.Id));
        Assert.Equal(2, pinterest.Requests.Count);
    }

    [Fact]
    public async Task A_page_is_fetched_only_when_it_is_asked_for()
    {
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""");

        await foreach (var board in pinterest.Client.Boards.EnumerateAsync()) break;

        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task An_enumeration_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""").Replies("""{"items":[{"id":"2"}]}""");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var board in pinterest.Client.Boards.EnumerateAsync().WithCancellation(source.Token)) await source.CancelAsync();
        });
    }
}

internal static class EnumeratorExtensions
{
    public static async Task MoveToEndAsync<T>(this IAsyncEnumerator<T> enumerator)
    {
        while (await enumerator.MoveNextAsync())
        {
        }
    }
}
