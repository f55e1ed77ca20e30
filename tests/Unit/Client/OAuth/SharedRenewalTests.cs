using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Authentication;

/// <summary>All who need a new token wait for one renewal, and none of them owns it.</summary>
public sealed class SharedRenewalTests
{
    [Fact]
    public async Task A_thousand_calls_with_an_expired_token_cost_one_refresh()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));

        var boards = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => Task.Run(() => user.Client.Boards.GetAsync("7")))
        );

        Assert.Equal(1000, boards.Count(board => board.Id == "7"));
        Assert.Equal(1, user.Refreshes);
        Assert.All(
            user.Pinterest.Requests.Where(sent =>
                sent.Request.RequestUri!.AbsolutePath.Contains("boards", StringComparison.Ordinal)
            ),
            sent => Assert.Equal("Bearer pina_1", sent.Request.Headers.Authorization!.ToString())
        );
    }

    [Fact]
    public async Task A_thousand_refused_calls_cost_one_refresh_and_are_each_sent_twice()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");

        var boards = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => Task.Run(() => user.Client.Boards.GetAsync("7")))
        );

        Assert.Equal((1000, 1), (boards.Count(board => board.Id == "7"), user.Refreshes));
    }

    [Fact]
    public async Task A_callers_cancellation_ends_its_wait_and_not_the_renewal()
    {
        var answer = new TaskCompletionSource();
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1), hold: answer.Task);
        using var source = new CancellationTokenSource();
        var first = user.Client.Boards.GetAsync("7", cancellationToken: source.Token);
        var second = user.Client.Boards.GetAsync("7");

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        Assert.Equal("7", (await second).Id);
        Assert.Equal(1, user.Refreshes);
    }
}
