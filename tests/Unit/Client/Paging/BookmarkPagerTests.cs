using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Paging;

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
        await foreach (var pin in pinterest.Client.Boards.EnumeratePinsAsync("7", pageSize: 2))
        {
            ids.Add(pin.Id!);
        }

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(
            ["?page_size=2", "?bookmark=a%20b&page_size=2", "?bookmark=c&page_size=2"],
            pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query)
        );
    }

    [Fact]
    public async Task Pages_can_be_resumed_from_a_bookmark()
    {
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"3"}],"bookmark":null}""");

        await foreach (var page in pinterest.Client.Boards.EnumerateAsync(bookmark: "c").AsPages())
        {
            Assert.Equal("3", Assert.Single(page.Items).Id);
        }

        Assert.Equal("?bookmark=c", pinterest.Requests[0].Request.RequestUri!.Query);
    }

    [Fact]
    public async Task A_repeated_bookmark_is_an_error_and_no_loop()
    {
        var pinterest = new FakePinterest()
            .Replies("""{"items":[],"bookmark":"a"}""")
            .Replies("""{"items":[],"bookmark":"a"}""");

        var error = await Assert.ThrowsAsync<PinterestPagingException>(async () =>
            await pinterest.Client.Boards.EnumerateAsync().AsPages().GetAsyncEnumerator().MoveToEndAsync()
        );

        Assert.Equal(("a", "boards/list"), (error.Bookmark, error.Operation.Id));
        Assert.Equal(2, pinterest.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_error_in_the_middle_says_where_to_go_on_and_all_before_it_was_given(bool readsAhead)
    {
        var pinterest = new FakePinterest()
            .Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""")
            .Replies("""{"items":[{"id":"2"}],"bookmark":"b"}""")
            .Replies("""{"code":1,"message":"Too many Pins."}""", System.Net.HttpStatusCode.BadRequest)
            .Replies("""{"items":[{"id":"3"}],"bookmark":null}""");
        var pins = pinterest.Client.Pins.EnumerateAsync();
        var ids = new List<string>();

        var error = await Assert.ThrowsAsync<PinterestBadRequestException>(async () =>
        {
            await foreach (var pin in readsAhead ? pins.WithReadAhead() : pins)
            {
                ids.Add(pin.Id!);
            }
        });
        await foreach (var pin in pinterest.Client.Pins.EnumerateAsync(new() { Bookmark = error.ResumeBookmark }))
        {
            ids.Add(pin.Id!);
        }

        Assert.Equal("b", error.ResumeBookmark);
        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(
            ["", "?bookmark=a", "?bookmark=b", "?bookmark=b"],
            pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query)
        );
    }

    public static TheoryData<Exception> Interruptions =>
        [
            new HttpRequestException(HttpRequestError.ConnectionError),
            new HttpRequestException(HttpRequestError.ResponseEnded),
            new TaskCanceledException("slow", new TimeoutException()),
        ];

    [Theory]
    [MemberData(nameof(Interruptions))]
    public async Task A_walk_that_a_lost_connection_ends_can_go_on(Exception interruption)
    {
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""").Fails(interruption);

        var error = await Assert.ThrowsAnyAsync<PinterestException>(async () =>
            await pinterest.Client.Boards.EnumerateAsync().AsPages().GetAsyncEnumerator().MoveToEndAsync()
        );

        Assert.Equal(("a", false), (error.ResumeBookmark, error.MayHaveHappened));
    }

    [Fact]
    public async Task An_error_of_the_first_page_is_where_the_walk_began()
    {
        var refused = new FakePinterest()
            .Replies("", System.Net.HttpStatusCode.Forbidden)
            .Replies("", System.Net.HttpStatusCode.Forbidden)
            .Replies("", System.Net.HttpStatusCode.Forbidden);

        Assert.Null((await FailureAsync(refused.Client.Boards.EnumerateAsync())).ResumeBookmark);
        Assert.Equal("c", (await FailureAsync(refused.Client.Boards.EnumerateAsync(bookmark: "c"))).ResumeBookmark);
        Assert.Null(
            (
                await Assert.ThrowsAsync<PinterestForbiddenException>(() => refused.Client.Boards.GetAsync("7"))
            ).ResumeBookmark
        );

        static Task<PinterestForbiddenException> FailureAsync<T>(BookmarkPager<T> pager) =>
            Assert.ThrowsAsync<PinterestForbiddenException>(async () =>
                await pager.AsPages().GetAsyncEnumerator().MoveToEndAsync()
            );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_null_among_the_items_is_left_out_of_pages_and_items(bool readsAhead)
    {
        const string first = """{"items":[null,{"id":"1"},null,{"id":"2"}],"bookmark":"a"}""";
        var pinterest = new FakePinterest()
            .Replies(first)
            .Replies("""{"items":[null],"bookmark":null}""")
            .Replies(first)
            .Replies("""{"items":[{"id":"3"}]}""");
        var ids = new List<string?>();
        var boards = pinterest.Client.Boards.EnumerateAsync();
        boards = readsAhead ? boards.WithReadAhead() : boards;

        await foreach (var board in boards)
        {
            ids.Add(board.Id);
        }

        await foreach (var page in boards.AsPages())
        {
            ids.AddRange(page.Items.Select(board => board.Id));
            ids.Add(page.Bookmark);
        }

        Assert.Equal(["1", "2", "1", "2", "a", "3", null], ids);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(251)]
    public async Task A_page_size_that_Pinterest_refuses_is_not_sent(int pageSize)
    {
        var pinterest = new FakePinterest();

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            pinterest.Client.Boards.ListAsync(pageSize: pageSize)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await pinterest
                .Client.Boards.EnumerateAsync(pageSize: pageSize)
                .AsPages()
                .GetAsyncEnumerator()
                .MoveToEndAsync()
        );

        Assert.StartsWith("boards/list accepts 'page_size' from 1 to 250.", error.Message, StringComparison.Ordinal);
        Assert.Equal(("pageSize", pageSize), (error.ParamName, error.ActualValue));
        Assert.Empty(pinterest.Requests);
    }

    [Fact]
    public async Task A_page_is_fetched_only_when_it_is_asked_for()
    {
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""");

        await foreach (var board in pinterest.Client.Boards.EnumerateAsync())
        {
            break;
        }

        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task Reading_ahead_asks_for_the_next_page_before_the_present_one_is_done()
    {
        var pinterest = new FakePinterest()
            .Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""")
            .Replies("""{"items":[{"id":"2"}],"bookmark":"b"}""")
            .Replies("""{"items":[{"id":"3"}]}""");
        var seen = new List<(string, int)>();

        await foreach (var board in pinterest.Client.Boards.EnumerateAsync().WithReadAhead())
        {
            seen.Add((board.Id!, pinterest.Requests.Count));
        }

        Assert.Equal([("1", 2), ("2", 3), ("3", 3)], seen);
    }

    [Fact]
    public async Task Reading_ahead_shows_a_failure_only_where_it_belongs_and_leaves_no_call_running()
    {
        var pinterest = new FakePinterest()
            .Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""")
            .Replies("", System.Net.HttpStatusCode.NotFound);
        var items = new List<string>();

        await Assert.ThrowsAsync<PinterestNotFoundException>(async () =>
        {
            await foreach (var board in pinterest.Client.Boards.EnumerateAsync().WithReadAhead())
            {
                items.Add(board.Id!);
            }
        });
        Assert.Equal(["1"], items);

        var cancelled = new TaskCompletionSource();
        var slow = new FakePinterest().Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""");
        slow.AnswerCancellable = async cancellation =>
        {
            await Forever.UntilEndAsync(cancellation);
            cancelled.SetResult();
            cancellation.ThrowIfCancellationRequested();
        };
        await foreach (var board in slow.Client.Boards.EnumerateAsync().WithReadAhead())
        {
            break;
        }

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hundred_thousand_items_are_walked_and_pages_that_are_done_with_are_not_kept(bool readsAhead)
    {
        var page = 0;
        var items = string.Join(',', Enumerable.Range(0, 250).Select(i => $$"""{"id":"{{i}}"}"""));
        var pinterest = new FakePinterest { KeepsRequests = false };
        pinterest.Answer = (_, _) =>
            Task.FromResult(
                FakePinterest.Reply(
                    $$"""{"items":[{{items}}],"bookmark":{{(++page < 400 ? $"\"b{page}\"" : "null")}}}"""
                )
            );
        var boards = pinterest.Client.Boards.EnumerateAsync(pageSize: 250);
        var (count, walked) = (0, new List<WeakReference>());

        await foreach (var board in readsAhead ? boards.WithReadAhead() : boards)
        {
            if (count++ % 250 == 0)
            {
                walked.Add(new WeakReference(board));
            }
        }

        GC.Collect();
        Assert.Equal(100_000, count);
        Assert.InRange(walked.Count(board => board.IsAlive), 0, 3);
    }

    [Fact]
    public async Task Options_reach_every_page()
    {
        var pinterest = new FakePinterest()
            .Replies("""{"items":[],"bookmark":"b"}""")
            .Replies("""{"items":[],"bookmark":"c"}""")
            .Replies("""{"items":[]}""");
        var options = new PinsListOptions
        {
            Bookmark = "a",
            PageSize = 2,
            PinMetrics = true,
        };

        await pinterest.Client.Pins.EnumerateAsync(options).GetAsyncEnumerator().MoveToEndAsync();

        Assert.Equal(
            [
                "?pin_metrics=true&bookmark=a&page_size=2",
                "?pin_metrics=true&bookmark=b&page_size=2",
                "?pin_metrics=true&bookmark=c&page_size=2",
            ],
            pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query)
        );
        Assert.Equal("a", options.Bookmark);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_token_of_the_method_ends_the_enumeration_beside_that_of_the_loop(bool readsAhead)
    {
        using var ofMethod = new CancellationTokenSource();
        using var ofLoop = new CancellationTokenSource();
        var pinterest = new FakePinterest { AnswerCancellable = Forever.UntilCancelledAsync };
        var boards = pinterest.Client.Boards.EnumerateAsync(cancellationToken: ofMethod.Token);

        await using var pages = (readsAhead ? boards.WithReadAhead() : boards)
            .AsPages(ofLoop.Token)
            .GetAsyncEnumerator(ofLoop.Token);
        var next = pages.MoveNextAsync();
        await ofMethod.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal(ofMethod.Token, error.CancellationToken);
    }

    [Fact]
    public async Task An_enumeration_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var pinterest = new FakePinterest()
            .Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""")
            .Replies("""{"items":[{"id":"2"}]}""");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var board in pinterest.Client.Boards.EnumerateAsync().WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });
    }
}

internal static class EnumeratorExtensions
{
    public static async Task MoveToEndAsync<T>(this IAsyncEnumerator<T> enumerator)
    {
        while (await enumerator.MoveNextAsync()) { }
    }
}
