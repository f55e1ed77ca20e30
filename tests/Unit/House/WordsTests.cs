using System.Text.RegularExpressions;
using Pinterest.OpenApi.Mcp.Commands;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Unit.Docs;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>Documents, help and rules use the words of the field. <c>gone-words.txt</c> has those that do not come back.</summary>
public sealed partial class WordsTests
{
    private static readonly IReadOnlyList<(Regex Word, string Better)> Gone =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Unit", "House", "gone-words.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => (new Regex(cells[0], RegexOptions.None, TimeSpan.FromSeconds(5)), cells[1])),
    ];

    [Fact]
    public void No_document_uses_a_word_that_is_gone()
    {
        var pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => file != "CHANGELOG.md")
            .Concat(PackageReadmeTests.Pages)
            .ToList();

        Assert.InRange(pages.Count, 25, 100);
        AssertNone(pages.SelectMany(page => Found(page, File.ReadAllText(Path.Combine(Repository.Root, page)))));
    }

    [Fact]
    public async Task No_help_uses_a_word_that_is_gone()
    {
        var found = new List<string>();
        foreach (var command in HelpCommands())
        {
            var (_, help, _) = await ToolRun.Of([
                .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                "--help",
            ]);
            Assert.NotEmpty(help);
            found.AddRange(Found($"pinterest-openapi {command} --help", help));
        }

        AssertNone(found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("agents")]
    [InlineData("agents add")]
    [InlineData("agents list")]
    [InlineData("agents key")]
    [InlineData("approvals")]
    [InlineData("approvals list")]
    [InlineData("log")]
    [InlineData("page")]
    public async Task No_help_of_the_agents_server_uses_a_word_that_is_gone(string command)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"];
        Assert.Equal(0, await McpApplication.RunAsync(words, output, errors));
        Assert.NotEmpty(output.ToString());
        AssertNone(Found($"pinterest-mcp {command} --help", output.ToString()));
    }

    [Fact]
    public void No_rule_uses_a_word_that_is_gone() =>
        AssertNone(DiffRules.All.SelectMany(rule => Found(rule.Id, $"{rule.Why}\n{rule.Remedy}")));

    [Theory]
    [InlineData("Whoever reads this.", 1)]
    [InlineData("Run `whoever`.", 0)]
    [InlineData("```sh\nwhoever\n```\n", 0)]
    public void The_search_finds_a_word_and_leaves_code_out(string text, int expected) =>
        Assert.Equal(expected, Found("page", text).Count());

    private static string[] HelpCommands() =>
        [
            "",
            "check",
            "pin",
            "diff",
            "releases",
            "operations",
            "contract",
            "contract verify",
            "contract can-i-deploy",
            "sandbox",
            "login",
        ];

    private static IEnumerable<string> Found(string page, string text)
    {
        // Code keeps its lines, so that the numbers of the others are right.
        var lines = Code().Replace(text, code => new string('\n', code.Value.Count(c => c == '\n'))).Split('\n');
        return lines.SelectMany(
            (line, i) =>
                Gone.Where(gone => gone.Word.IsMatch(line))
                    .Select(gone => $"{page}:{i + 1}: '{gone.Word.Match(line).Value}'; better: {gone.Better}")
        );
    }

    private static void AssertNone(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    [GeneratedRegex(
        "^```.*?^```|`[^`\n]*`|\\]\\([^)]*\\)|<!--.*?-->",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Code();
}
