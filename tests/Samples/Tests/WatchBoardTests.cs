using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Models;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class WatchBoardTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task It_goes_on_where_it_was_stopped()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero));
        await using var stage = await Stage.StartAsync(clock: clock);
        var board = await stage.BoardAsync();
        using (var output = new WatchedWriter())
        {
            using var stop = new CancellationTokenSource();
            var first = Run(output, stop.Token);
            await WalksAsync(2);
            await stage.PinAsync(board, "Oak table");
            await Task.Delay(100);
            clock.Advance(Interval);
            await output.LineAsync("Created: Oak table", first);
            await stop.CancelAsync();
            Assert.Equal(0, await first.WaitAsync(Stage.Limit));
        }

        await stage.PinAsync(board, "Elm chair");
        using var again = new WatchedWriter();
        using var end = new CancellationTokenSource();
        var second = Run(again, end.Token);
        await again.LineAsync("Created: Elm chair", second);
        await end.CancelAsync();
        Assert.Equal(0, await second.WaitAsync(Stage.Limit));
        Assert.DoesNotContain("Oak table", again.ToString(), StringComparison.Ordinal);

        Task<int> Run(TextWriter output, CancellationToken cancellationToken) =>
            WatchBoard.RunAsync(
                stage.Options,
                output,
                board,
                Path.Combine(stage.Folder, "watch"),
                Interval,
                cancellationToken
            );

        // The first walk takes in what is there; the second is the first poll, after which the sample waits.
        async Task WalksAsync(int count)
        {
            while (stage.Sandbox.Requests.Count(request => request.OperationId == "boards/list_pins") < count)
            {
                await Task.Delay(20);
            }
        }
    }
}
