using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Samples.Tests.Support;
using Spectre.Console;

namespace Samples.Tests;

public sealed class UploadVideoTests
{
    [Fact]
    public async Task Without_a_terminal_lines_say_how_far_it_is()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        var file = await stage.FileAsync("film.mp4", new byte[500_000]);

        Assert.Equal(
            0,
            await UploadVideo.RunAsync(stage.Options, output, file, await stage.BoardAsync(), null, default)
        );

        var pin = Assert.Single(await stage.PinsAsync());
        var lines = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal("Registering", lines[0]);
        Assert.Equal(["Sending: 100 %", "Processing", "Done", $"Pin {pin.Id} shows the video."], lines[^4..]);
        Assert.True(lines.Length > 6, "There is no line between the beginning and the end of the sending.");
        Assert.Equal(("A film", CreativeType.Video), (pin.Title, pin.CreativeType));
    }

    [Fact]
    public async Task On_a_terminal_a_bar_says_it()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        using var screen = new StringWriter();
        var terminal = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(screen),
            }
        );

        Assert.Equal(
            0,
            await UploadVideo.RunAsync(
                stage.Options,
                output,
                await stage.FileAsync("film.mp4", new byte[500_000]),
                await stage.BoardAsync(),
                terminal,
                default
            )
        );

        Assert.Contains("100%", screen.ToString(), StringComparison.Ordinal);
        Assert.Equal($"Pin {Assert.Single(await stage.PinsAsync()).Id} shows the video.", output.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_film_that_Pinterest_cannot_process_makes_no_Pin()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        stage.Sandbox.AddFault(new SandboxFault(FaultKind.FailedMedia) { OperationId = "media/create" });

        Assert.Equal(
            1,
            await UploadVideo.RunAsync(
                stage.Options,
                output,
                await stage.FileAsync("film.mp4", [1, 2, 3]),
                await stage.BoardAsync(),
                null,
                default
            )
        );

        Assert.Contains("There is no Pin. media ", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(await stage.PinsAsync());
    }
}
