using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Unit.Tool.Output;

/// <summary>A line fits the terminal, and a word that is longer stays whole.</summary>
public sealed class OutputLinesTests
{
    [Theory]
    [InlineData(null, "There is no such file. Check the name.\n")]
    [InlineData(20, "There is no such\n  file. Check the\n  name.\n")]
    public async Task A_message_is_wrapped_between_words(int? width, string expected)
    {
        using var output = new StringWriter { NewLine = "\n" };

        await output.LineAsync("There is no such file. Check the name.", new ConsoleStyle { Width = width });

        Assert.Equal(expected, output.ToString());
    }
}
