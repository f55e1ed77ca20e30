using Pinterest.OpenApi.Sandbox;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class ListBoardsAndPinsTests
{
    [Fact]
    public async Task Every_board_is_listed_with_its_Pins_page_by_page()
    {
        await using var stage = await Stage.StartAsync(new SandboxContent { Boards = 2, PinsPerBoard = 260 });
        using var output = new WatchedWriter();

        Assert.Equal(0, await ListBoardsAndPins.RunAsync(stage.Options, output, default));

        var lines = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var requests = stage.Sandbox.Requests.Select(request => request.OperationId).ToList();
        Assert.Equal(2, lines.Count(line => line.EndsWith(" (260 Pins)", StringComparison.Ordinal)));
        Assert.Equal(
            (await stage.PinsAsync()).Select(pin => $"  {pin.Title} -> {pin.Link}").Order(StringComparer.Ordinal),
            lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["A page of 250 Pins, more follow.", "A page of 250 Pins, more follow.", "A page of 20 Pins, the last."],
            lines[^3..]
        );
        Assert.Equal(
            (1, 4, 3),
            (
                requests.Count(id => id == "boards/list"),
                requests.Count(id => id == "boards/list_pins"),
                requests.Count(id => id == "pins/list")
            )
        );
    }

    [Fact]
    public async Task Cancelling_ends_it_and_says_how_far_it_came()
    {
        await using var stage = await Stage.StartAsync(new SandboxContent { Boards = 3 });
        using var stop = new CancellationTokenSource();
        using var output = new WatchedWriter(onLine: stop.Cancel);

        Assert.Equal(1, await ListBoardsAndPins.RunAsync(stage.Options, output, stop.Token));

        Assert.EndsWith($"Stopped after 0 boards.{Environment.NewLine}", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Sandbox.Requests, request => request.OperationId == "pins/list");
    }
}
