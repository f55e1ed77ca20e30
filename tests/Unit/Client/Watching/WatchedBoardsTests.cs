using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Watching;

/// <summary>A board that the user has left is gone, although it can still be found by its id.</summary>
public sealed class WatchedBoardsTests
{
    private const string Board = """{"id":"7","name":"Kitchens"}""";

    private readonly WatchedTime _time = new();
    private bool _isListed = true;
    private int _questions;

    [Fact]
    public async Task A_board_that_three_polls_do_not_list_is_told_as_removed_once()
    {
        using var pinterest = new FakePinterest { Answer = (request, _) => Task.FromResult(Reply(request)) };
        var client = pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, _time);
        var options = new WatchOptions<Board> { Since = DateTimeOffset.MinValue, Interval = TimeSpan.FromSeconds(10) };
        await using var watch = client.WatchBoardsAsync(options).GetAsyncEnumerator();
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(ChangeKind.Created, watch.Current.Kind);

        _isListed = false;
        var next = watch.MoveNextAsync().AsTask();
        await _time.PassAsync(next);

        Assert.True(await next);
        Assert.Equal((ChangeKind.Removed, "7"), (watch.Current.Kind, watch.Current.Id));
        Assert.Equal(3, _questions);
    }

    private HttpResponseMessage Reply(HttpRequestMessage request)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/7", StringComparison.Ordinal))
        {
            _questions++;
            return FakePinterest.Reply(Board);
        }

        return FakePinterest.Reply(
            _isListed ? $$"""{"items":[{{Board}}],"bookmark":null}""" : """{"items":[],"bookmark":null}"""
        );
    }
}
