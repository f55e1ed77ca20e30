using System.CommandLine;
using Pinterest.OpenApi.Mcp.Commands;

namespace Pinterest.OpenApi.Unit.Mcp.Commands;

/// <summary>The help lists commands with a sentence each, and the help of a command has all of its text.</summary>
public sealed class CommandTextsTests
{
    private const string Help = "Serves the\ntools. With a port, many agents.\n\nExample: serve\nExample: serve --http";
    private const string Joined =
        "Serves the tools. With a port, many agents.\n\nExample: serve\nExample: serve --http";

    [Fact]
    public void A_summary_is_the_first_sentence() =>
        Assert.Equal("Serves the tools.", CommandTexts.FirstSentence(Help));

    [Theory]
    [InlineData("--help", "Serves the tools.", Help)]
    [InlineData("above", Joined, "Serves the tools.")]
    [InlineData("above below", Help, Joined)]
    public void What_is_listed_is_shortened_and_what_is_named_has_a_line_for_each_paragraph(
        string words,
        string above,
        string below
    )
    {
        var inner = new Command("below", Help);
        var outer = new Command("above", Help) { inner };

        CommandTexts.Fit(new RootCommand { outer }, words.Split(' '));

        Assert.Equal((above, below), (outer.Description, inner.Description));
    }

    [Fact]
    public async Task An_error_stream_that_takes_nothing_leaves_the_exit_code()
    {
        using var full = new FullWriter();

        Assert.Equal(2, await McpApplication.RunAsync(["nothing"], full, full));
    }

    private sealed class FullWriter : StringWriter
    {
        public override Task WriteLineAsync(string? value) => throw new IOException("No space left on device");
    }
}
