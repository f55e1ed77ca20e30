using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Emoji;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>Reads Markdown as GitHub does, and says what it shows.</summary>
internal static partial class ReadMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseFootnotes()
        .UseMathematics()
        .UseEmojiAndSmiley(enableSmileys: false)
        .Build();

    /// <summary>Gives the text that a reader sees.</summary>
    public static string Shown(string markdown) =>
        WebUtility
            .HtmlDecode(Tag().Replace(Markdown.ToHtml(markdown, Pipeline), " "))
            .Replace("\u200B", "", StringComparison.Ordinal);

    /// <summary>Asserts that texts of others became nothing that acts, and that our own markup is whole.</summary>
    public static void AssertHarmless(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var node in document.Descendants())
        {
            Assert.False(node is LinkInline or AutolinkInline or HtmlInline or EmojiInline or CodeBlock, Say(node));
            Assert.False(node.GetType().Name.Contains("Math", StringComparison.Ordinal), Say(node));
            Assert.False(node is HtmlBlock block && !OurElements().IsMatch(block.Lines.ToString()), Say(node));
            if (node is Table table)
            {
                var columns = table.OfType<TableRow>().First().Count;
                Assert.All(table.OfType<TableRow>(), row => Assert.Equal(columns, row.Count));
            }
        }

        var html = Code().Replace(Markdown.ToHtml(markdown, Pipeline), "");
        var shown = WebUtility.HtmlDecode(Tag().Replace(html, ""));
        var acting = Acting().Match(shown);
        Assert.False(acting.Success, $"'{acting.Value}' in {shown} of {markdown}");

        string Say(MarkdownObject node) => $"{node.GetType().Name} in: {markdown}";
    }

    // What GitHub makes of the text that Markdown gives: mentions, references and pictures.
    [GeneratedRegex(@"@\w|#[0-9]|\bGH-[0-9]|(?<!\w):[a-z0-9_+-]+:", RegexOptions.IgnoreCase)]
    private static partial Regex Acting();

    [GeneratedRegex("\\A(?:</details>|<details(?: open)?><summary>(?:<b>[^<]*</b>|[^<])*</summary>)\\s*\\z")]
    private static partial Regex OurElements();

    [GeneratedRegex("<code>[^<]*</code>")]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
