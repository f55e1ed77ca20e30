using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Unit.Tool.Output;

/// <summary>Colours are for a person who wants them.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData("auto", true, false, true)]
    [InlineData("auto", true, true, false)]
    [InlineData("auto", false, false, false)]
    [InlineData("always", false, true, true)]
    [InlineData("never", true, false, false)]
    public void The_person_decides_and_otherwise_the_terminal(
        string color,
        bool isTerminal,
        bool isPale,
        bool expected
    ) =>
        Assert.Equal(
            expected,
            new Terminal { IsTerminal = isTerminal, IsPale = isPale }
                .Style(color)
                .HasColours
        );

    [Theory]
    [InlineData(null, null)]
    [InlineData(80, 79)]
    [InlineData(1, 1)]
    public void A_line_does_not_touch_the_edge(int? width, int? expected) =>
        Assert.Equal(
            expected,
            new Terminal { IsTerminal = true, Width = width }
                .Style("auto")
                .Width
        );

    [Theory]
    [InlineData("NO_COLOR", "1", false, true)]
    [InlineData("NO_COLOR", "", false, false)]
    [InlineData("TERM", "dumb", false, true)]
    [InlineData("TERM", "xterm", false, false)]
    [InlineData("TERM", "xterm", true, false)]
    [InlineData("WT_SESSION", "7", true, false)]
    [InlineData("PATH", "7", true, true)]
    public void The_environment_says_who_wants_no_colours(string name, string value, bool isWindows, bool expected) =>
        Assert.Equal(expected, Terminal.IsPaleBy(asked => asked == name ? value : null, isWindows));

    [Fact]
    public void What_is_no_console_is_no_terminal()
    {
        var terminal = Terminal.Of(new StringWriter());

        Assert.False(terminal.IsTerminal);
        Assert.Null(terminal.Width);
    }
}
