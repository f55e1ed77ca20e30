using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Http;

/// <summary>A cancelled call says whose cancellation it was.</summary>
public sealed class CallerCancellationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancelled_call_carries_the_token_of_the_caller(bool hasTotalTimeout)
    {
        using var source = new CancellationTokenSource();
        var pinterest = new FakePinterest { AnswerCancellable = Forever.UntilCancelledAsync };
        var client = pinterest.Client.With(o => o with { Timeout = hasTotalTimeout ? TimeSpan.FromMinutes(5) : null });

        var call = client.Boards.GetAsync("7", cancellationToken: source.Token);
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_cancelled_enumeration_carries_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        var pinterest = new FakePinterest { AnswerCancellable = Forever.UntilCancelledAsync };

        await using var pages = pinterest
            .Client.Boards.EnumerateAsync()
            .AsPages(source.Token)
            .GetAsyncEnumerator(source.Token);
        var next = pages.MoveNextAsync();
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal(source.Token, error.CancellationToken);
    }
}
