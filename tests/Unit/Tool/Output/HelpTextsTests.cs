using System.CommandLine;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Unit.Tool.Output;

/// <summary>A paragraph of help is wrapped once, by the terminal.</summary>
public sealed class HelpTextsTests
{
    private const string Help = "Compares two\nfiles.\n\nExample: a\nExample: b\n\nMore\nwords.";

    [Fact]
    public void A_paragraph_is_a_line_and_an_example_stays_one() =>
        Assert.Equal("Compares two files.\n\nExample: a\nExample: b\n\nMore words.", HelpTexts.Join(Help));

    [Theory]
    [InlineData(40, true)]
    [InlineData(80, true)]
    [InlineData(200, false)]
    [InlineData(null, false)]
    public void Only_a_narrow_terminal_needs_that(int? width, bool isJoined)
    {
        var below = new Command("below", Help);

        HelpTexts.Fit(new Command("above", Help) { below }, width);

        Assert.Equal(isJoined ? HelpTexts.Join(Help) : Help, below.Description);
    }
}
