using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>Colours and width are for a terminal; a file and a pipe get plain lines.</summary>
public sealed class ConsoleStyleTests
{
    private static readonly ConsoleStyle Narrow = new() { Width = 20 };

    [Fact]
    public void Without_a_style_there_is_no_colour_and_no_line_is_wrapped() =>
        Assert.Equal(
            "a word and another word and one more",
            new ConsoleText().Line("a word and another word and one more", Ink.Bad).ToString()
        );

    [Fact]
    public void A_colour_ends_with_its_line() =>
        Assert.Equal(
            "\e[32mgood\e[0m\nnext",
            new ConsoleText(new ConsoleStyle { HasColours = true }).Line("good", Ink.Good).Line("next").ToString()
        );

    [Theory]
    [InlineData("  one two three four five", "  one two three four\n    five")]
    [InlineData("one two", "one two")]
    [InlineData("  see #/paths/~1pins/get/responses there", "  see\n    #/paths/~1pins/get/responses\n    there")]
    public void A_line_is_wrapped_at_blanks_and_keeps_its_indentation(string line, string expected) =>
        Assert.Equal(expected, new ConsoleText(Narrow).Line(line).ToString());

    [Fact]
    public void The_rest_of_a_wrapped_line_is_no_command_of_a_runner() =>
        Assert.DoesNotContain(
            "\n  ::error::",
            new ConsoleText(Narrow).Line("a note that says ::error::x").ToString(),
            StringComparison.Ordinal
        );
}
