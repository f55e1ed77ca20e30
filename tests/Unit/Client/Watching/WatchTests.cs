using Microsoft.Extensions.Logging.Abstractions;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Watching;

public sealed class WatchTests : IAsyncLifetime
{
    private readonly WatchedTime _time = new();
    private readonly MemoryWatchCheckpointStore _checkpoints = new();
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task What_exists_at_the_first_start_is_not_told_without_a_since()
    {
        var board = await _calls.BoardAsync("Kitchens");
        await _calls.PinAsync(board, "old");
        await using var watch = Pins(board, new WatchOptions<Pin>());

        var next = watch.MoveNextAsync().AsTask();
        await _time.NextWaitAsync();
        await _calls.PinAsync(board, "new");
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.True(await next);
        Assert.Equal((ChangeKind.Created, "new"), (watch.Current.Kind, watch.Current.Item!.Title));
    }

    [Fact]
    public async Task All_that_exists_is_told_the_oldest_first_since_the_beginning_of_time()
    {
        var board = await _calls.BoardAsync("Kitchens");
        await _calls.PinAsync(board, "first");
        await _calls.PinAsync(board, "second");
        await _calls.PinAsync(board, "third");

        Assert.Equal(
            ["first", "second", "third"],
            await TitlesAsync(board, new WatchOptions<Pin> { Since = DateTimeOffset.MinValue, PageSize = 2 }, 3)
        );
    }

    [Fact]
    public async Task A_change_that_was_not_done_is_told_again_after_a_restart()
    {
        var board = await _calls.BoardAsync("Kitchens");
        await _calls.PinAsync(board, "first");
        await _calls.PinAsync(board, "second");
        var options = new WatchOptions<Pin> { Since = DateTimeOffset.MinValue, Checkpoints = _checkpoints };

        // The loop is left while "second" is worked on.
        Assert.Equal(["first", "second"], await TitlesAsync(board, options, 2));

        Assert.Equal(["second"], await TitlesAsync(board, options, 1));
    }

    [Fact]
    public async Task An_acknowledged_change_is_not_told_again_after_the_loop_is_left()
    {
        var board = await _calls.BoardAsync("Kitchens");
        await _calls.PinAsync(board, "first");
        await _calls.PinAsync(board, "second");
        var options = new WatchOptions<Pin> { Since = DateTimeOffset.MinValue, Checkpoints = _checkpoints };
        await using (var watch = Pins(board, options))
        {
            Assert.True(await watch.MoveNextAsync());
            watch.Current.Acknowledge();
        }

        Assert.Equal(["second"], await TitlesAsync(board, options, 1));
    }

    [Fact]
    public async Task A_change_and_a_removal_are_told()
    {
        var board = await _calls.BoardAsync("Kitchens");
        var one = await _calls.PinAsync(board, "one");
        var two = await _calls.PinAsync(board, "two");
        await using var watch = Pins(board, new WatchOptions<Pin>());
        var next = watch.MoveNextAsync().AsTask();
        await _time.NextWaitAsync();
        await _calls.PatchAsync($"/pins/{one}", new { title = "another" });
        await _calls.DeleteAsync($"/pins/{two}");
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.True(await next);
        Assert.Equal($"Changed {one}", watch.Current.ToString());
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal((ChangeKind.Removed, two, null), (watch.Current.Kind, watch.Current.Id, watch.Current.Item));
    }

    [Fact]
    public async Task A_board_that_is_made_renamed_and_deleted_is_told()
    {
        await using var watch = Client()
            .WatchBoardsAsync(new WatchOptions<Board> { Interval = TimeSpan.FromSeconds(10) })
            .GetAsyncEnumerator();
        var next = watch.MoveNextAsync().AsTask();
        await _time.NextWaitAsync();
        var board = await _calls.BoardAsync("Kitchens");
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await next);
        Assert.Equal($"Created {board}", watch.Current.ToString());

        await _calls.PatchAsync($"/boards/{board}", new { name = "Baths" });
        next = watch.MoveNextAsync().AsTask();
        await _time.NextWaitAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await next);
        Assert.Equal((ChangeKind.Changed, "Baths"), (watch.Current.Kind, watch.Current.Item!.Name));

        await _calls.DeleteAsync($"/boards/{board}");
        next = watch.MoveNextAsync().AsTask();
        await _time.NextWaitAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await next);
        Assert.Equal($"Removed {board}", watch.Current.ToString());
    }

    [Fact]
    public async Task A_failure_that_passes_does_not_end_the_watch()
    {
        var pinterest = new FakePinterest();
        pinterest.Replies("""{"items":[],"bookmark":null}""");
        pinterest.Replies("""{"code":12,"message":"broken"}""", System.Net.HttpStatusCode.InternalServerError);
        pinterest.Replies("""{"items":[{"id":"7","title":"new"}],"bookmark":null}""");
        await using var watch = pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, _time)
            .WatchPinsAsync("1", new WatchOptions<Pin> { Interval = TimeSpan.FromSeconds(10) })
            .GetAsyncEnumerator();

        var found = await _time.PassAsync(watch.MoveNextAsync().AsTask());

        Assert.True(found);
        Assert.Equal("7", watch.Current.Id);
    }

    [Fact]
    public async Task A_response_without_a_Pin_is_no_removal_and_is_asked_for_again()
    {
        const string Nothing = """{"items":[],"bookmark":null}""";
        var pinterest = new FakePinterest()
            .Replies("""{"items":[{"id":"7","title":"old","board_id":"1"},{"title":"without an id"},null]}""")
            .Replies(Nothing)
            .Replies("{}")
            .Replies(Nothing)
            .Replies("""{"id":"7","board_id":null}""");
        await using var watch = pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, _time)
            .WatchPinsAsync("1", new WatchOptions<Pin> { Interval = TimeSpan.FromSeconds(10) })
            .GetAsyncEnumerator();

        Assert.True(await _time.PassAsync(watch.MoveNextAsync().AsTask()));

        Assert.Equal("Removed 7", watch.Current.ToString());
        Assert.Equal(
            2,
            pinterest.Requests.Count(sent =>
                sent.Request.RequestUri!.AbsolutePath.EndsWith("/pins/7", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task A_page_without_items_is_no_removal_of_all_and_ends_the_watch()
    {
        var pinterest = new FakePinterest()
            .Replies("""{"items":[{"id":"7","title":"old","board_id":"1"}]}""")
            .Replies("{}");
        await using var watch = pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, _time)
            .WatchPinsAsync("1", new WatchOptions<Pin>())
            .GetAsyncEnumerator();

        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            _time.PassAsync(watch.MoveNextAsync().AsTask())
        );

        Assert.Equal((PinterestErrorKind.UnreadableResponse, 2), (error.Kind, pinterest.Requests.Count));
    }

    [Fact]
    public async Task A_board_that_is_gone_ends_the_watch_with_its_error()
    {
        await using var watch = Pins("404", new WatchOptions<Pin>());

        await Assert.ThrowsAsync<PinterestNotFoundException>(async () => await watch.MoveNextAsync());
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_ends_the_watch_after_the_time_that_the_options_give()
    {
        var pinterest = new FakePinterest
        {
            Answer = (_, _) =>
                Task.FromResult(FakePinterest.Reply("{}", System.Net.HttpStatusCode.InternalServerError)),
        };
        await using var watch = pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, _time)
            .WatchPinsAsync("1", new WatchOptions<Pin> { GiveUpAfter = TimeSpan.FromSeconds(12) })
            .GetAsyncEnumerator();

        await Assert.ThrowsAsync<PinterestServerException>(() => _time.PassAsync(watch.MoveNextAsync().AsTask()));
        Assert.Equal(3, pinterest.Requests.Count);
    }

    [Fact]
    public async Task Two_watches_of_one_name_are_refused()
    {
        var board = await _calls.BoardAsync("Kitchens");
        var options = new WatchOptions<Pin> { Checkpoints = _checkpoints };
        await using var first = Pins(board, options);
        var running = first.MoveNextAsync().AsTask();
        await _time.NextWaitAsync();
        await using var second = Pins(board, options);

        var error = await Assert.ThrowsAsync<PinterestWatchException>(async () => await second.MoveNextAsync());

        Assert.Equal(
            $"The checkpoint of the watch 'pins-of-{board}' is in use by another watch. Two watches on one "
                + "checkpoint would each miss changes. Stop the other watch, or give this one its own name "
                + "(WatchOptions.Name).",
            error.Message
        );
        Assert.False(running.IsCompleted);
        await _calls.PinAsync(board, "last");
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await running);
    }

    [Fact]
    public async Task Another_comparison_tells_no_change_of_what_it_cannot_compare()
    {
        var board = await _calls.BoardAsync("Kitchens");
        await _calls.PinAsync(board, "first");
        var options = new WatchOptions<Pin> { Since = DateTimeOffset.MinValue, Checkpoints = _checkpoints };
        await using (var watch = Pins(board, options))
        {
            Assert.True(await watch.MoveNextAsync());
            watch.Current.Acknowledge();
        }

        await _calls.PinAsync(board, "second");

        Assert.Equal(["second"], await TitlesAsync(board, options with { Compare = pin => [pin.Link] }, 1));
    }

    [Theory]
    [InlineData(0, AccessTier.Standard, 12)]
    [InlineData(1000, AccessTier.Standard, 48)]
    [InlineData(100_000, AccessTier.Standard, 4800)]
    [InlineData(0, AccessTier.Trial, 1000 * 0.1 / 24)]
    [InlineData(100_000, AccessTier.Trial, 1000 * 0.1 / 24)]
    public void The_cost_is_stated_in_calls_an_hour(int items, AccessTier tier, double calls) =>
        Assert.Equal(calls, new WatchOptions<Pin>().GetCallsPerHour(items, tier), 6);

    [Fact]
    public void Wrong_options_are_named_all_at_once()
    {
        var options = new WatchOptions<Pin>
        {
            Interval = TimeSpan.Zero,
            QuotaShare = 2,
            PageSize = 251,
            GiveUpAfter = TimeSpan.FromSeconds(-1),
            Name = "",
        };

        var error = Assert.Throws<ArgumentException>(() => Client().WatchPinsAsync("1", options));

        Assert.Equal(
            "Interval is 00:00:00; it must be 1 second to 1 day. QuotaShare is 2; it must be more than 0 and at most 1. "
                + "PageSize is 251; it must be 1 to 250. GiveUpAfter is -00:00:01; it must be 0 or more. "
                + "Name is empty. Leave it null, or set a name.",
            error.Message
        );
    }

    [Fact]
    public async Task A_long_walk_is_stretched_to_the_share_of_the_quota()
    {
        var time = new WatchedTime();
        var pace = new WatchPace(TimeSpan.FromMinutes(5), 0.1, AccessTier.Standard, time);
        for (var call = 0; call < 10; call++)
        {
            await pace.TakeTurnAsync(CancellationToken.None);
        }

        // Ten calls a second are a tenth of the hundred that a user may make.
        var eleventh = pace.TakeTurnAsync(CancellationToken.None).AsTask();

        Assert.InRange(await time.NextWaitAsync(), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1.1));
        await time.PassAsync(Task.CompletedTask);
        time.Advance(TimeSpan.FromSeconds(2));
        await eleventh;
    }

    private PinterestClient Client() =>
        new(
            new PinterestClientOptions
            {
                BaseAddress = _calls.Sandbox.BaseAddress,
                AccessToken = _calls.Sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
                TimeProvider = _time,
                LoggerFactory = NullLoggerFactory.Instance,
            }
        );

    private IAsyncEnumerator<WatchedChange<Pin>> Pins(string board, WatchOptions<Pin> options) =>
        Client().WatchPinsAsync(board, options with { Interval = TimeSpan.FromSeconds(10) }).GetAsyncEnumerator();

    private async Task<List<string?>> TitlesAsync(string board, WatchOptions<Pin> options, int count)
    {
        var titles = new List<string?>();
        await using var watch = Pins(board, options);
        while (titles.Count < count && await watch.MoveNextAsync())
        {
            titles.Add(watch.Current.Item!.Title);
        }

        return titles;
    }
}
