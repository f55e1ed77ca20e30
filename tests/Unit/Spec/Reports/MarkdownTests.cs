using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("see GH-7", "see GH-\u200B7")]
    [InlineData("gh-7", "gh-\u200B7")]
    [InlineData("H-7 -7 a-7", "H-7 -7 a-7")]
    [InlineData(":smile:", "\\:\u200Bsmile:")]
    [InlineData("a:smile b", "a\\:smile b")]
    public void What_GitHub_reads_in_plain_text_is_broken_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, Markdown.Escape(text));

    // The first two took more than a minute when every character looked at all that follow it.
    [Theory]
    [InlineData("-")]
    [InlineData(":a")]
    [InlineData(":")]
    [InlineData("a:")]
    [InlineData("#")]
    [InlineData("1")]
    [InlineData("www.")]
    [InlineData("GH-")]
    public async Task A_long_text_takes_no_longer_than_its_length(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        var written = await Task.Run(() => (Markdown.Escape(text), Markdown.InElement(text), Markdown.Code(text)))
            .WaitAsync(TimeSpan.FromSeconds(60));

        Assert.True(written.Item1.Length >= text.Length);
    }
}
