using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class ImportPinsTests
{
    private const string Picture = "https://example.com/spring.jpg";

    [Fact]
    public async Task Each_line_becomes_a_Pin_and_a_second_run_finds_the_board()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        var file = await FileAsync(stage, "Oak\thttps://e.com/1\t" + Picture, "Ash\thttps://e.com/2\t" + Picture);

        Assert.Equal(0, await ImportPins.RunAsync(stage.Options, output, file, "Kitchens", default));
        Assert.Equal(0, await ImportPins.RunAsync(stage.Options, output, file, "kitchens", default));

        // Several Pins are created at once, so the board may have them in another order than the file.
        var pins = await stage.PinsAsync();
        Assert.Equal(["Ash", "Ash", "Oak", "Oak"], pins.Select(pin => pin.Title).Order(StringComparer.Ordinal));
        Assert.Single(pins.Select(pin => pin.BoardId).Distinct());
        Assert.Contains("Kitchens: created.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Kitchens: found.", output.ToString(), StringComparison.Ordinal);
        Assert.All(
            pins,
            pin => Assert.Contains($"{LineOf(pin)}: Pin {pin.Id}", output.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_refusal_of_the_app_says_what_was_not_tried()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        stage.Sandbox.AddFault(new SandboxFault(FaultKind.TrialAccess) { OperationId = "pins/create", Times = null });
        var lines = Enumerable.Range(0, 20).Select(i => $"Pin {i}\thttps://e.com/{i}\t{Picture}");
        var file = await FileAsync(stage, [.. lines]);

        Assert.Equal(1, await ImportPins.RunAsync(stage.Options, output, file, "Kitchens", default));

        Assert.Contains("Line 1: not created.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Line 20: not tried.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_after_the_Pins_before_it()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        var file = await FileAsync(stage, "Oak\thttps://e.com/1\t" + Picture, "nothing");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() =>
            ImportPins.RunAsync(stage.Options, output, file, "Kitchens", default)
        );

        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("Line 1: Pin", output.ToString(), StringComparison.Ordinal);
    }

    private static string LineOf(Pin pin) => pin.Title == "Oak" ? "Line 1" : "Line 2";

    private static Task<string> FileAsync(Stage stage, params string[] lines) =>
        stage.FileAsync("pins.tsv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
