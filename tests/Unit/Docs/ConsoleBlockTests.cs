using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Docs;

/// <summary>
/// What the README and docs/ show of the tool is what the tool prints, and what they link to is there.
/// </summary>
public sealed partial class ConsoleBlockTests
{
    // Run by the test. Where that cannot be, the info string is the second, and a comment before the block says why.
    private const string Tested = "console";
    private const string Untested = "console-example";
    private const string Anything = "...";

    private static readonly string[] Prompts = ["$ dotnet run --project build/Tool -- ", "$ pinterest-openapi "];

    // What changes nothing in the checkout. The main job writes a report, so it gets a checkout of its own.
    private static readonly string[] Commands = ["check", "contract", "diff", "operations", "releases"];

    private static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Select(file => "docs/" + Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md"),
    ];

    public static TheoryData<string> Pages => [.. Files];

    public static TheoryData<string> LinkingPages => [.. Files, "CONTRIBUTING.md"];

    public static TheoryData<string, int, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, int, string>();
            foreach (var file in Files)
            {
                foreach (var example in ExamplesOf(file))
                {
                    examples.Add(file, example.Line, example.Command);
                }
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_command_prints_what_is_shown_below_it(string file, int line, string command)
    {
        var arguments = CommandLineParser.SplitCommandLine(command).ToArray();
        Assert.Contains(arguments[0], Commands);
        using var copy = arguments[0] == "check" ? TemporaryFolder.WithContracts() : null;
        var root = copy?.Path ?? Repository.Root;

        var (code, output, errors) = await ToolRun.Of([
            .. arguments.Select(argument => InCheckout(root, argument)),
            "--repository",
            root,
        ]);

        Assert.True(code is 0 or 1, $"{file}:{line} ends with {code}: {errors}");
        var printed = Lines(Relative(root, output).Split('\n'));
        var shown = ExamplesOf(file).Single(example => example.Line == line).Output;
        Assert.True(
            Pattern(shown).IsMatch(Text(printed)),
            $"{file}:{line} shows\n{Text(shown)}\nand '{command}' prints\n{Text(printed)}"
        );
    }

    // A reader runs the command in the checkout, and sees tests/a.yaml:3:5.
    private static string Relative(string root, string output) =>
        output.Replace(root + "/", "", StringComparison.Ordinal).Replace(root, "", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_console_block_is_of_the_tool_or_says_why_it_is_not_run(string file)
    {
        foreach (var block in Blocks(file))
        {
            if (block.Info == Tested)
            {
                Assert.True(
                    IsPrompt(block.Lines.FirstOrDefault(""))
                        && block.Lines.Where(text => text.StartsWith("$ ", StringComparison.Ordinal)).All(IsPrompt),
                    $"{file}:{block.Line}: a command that is not the tool's cannot be run here; write "
                        + $"```{Untested}, with the reason in a comment before it."
                );
            }

            if (block.Info == Untested)
            {
                Assert.True(
                    Comment().IsMatch(block.Before),
                    $"{file}:{block.Line}: say in a comment before the block why it is not run."
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(LinkingPages))]
    public void Every_relative_link_leads_somewhere(string file)
    {
        foreach (var target in Links(file).Where(target => !target.Contains(':', StringComparison.Ordinal)))
        {
            var (path, anchor) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, "");
            var page =
                path.Length == 0
                    ? file
                    : Path.GetRelativePath(
                        Repository.Root,
                        Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, path)
                    );
            var there = Path.Combine(Repository.Root, page);
            Assert.True(File.Exists(there) || Directory.Exists(there), $"{file}: {target} leads to no file.");
            if (anchor.Length > 0)
            {
                Assert.True(Anchors(page).Contains(anchor), $"{file}: {target} leads to no heading.");
            }
        }
    }

    private static IEnumerable<Example> ExamplesOf(string file)
    {
        foreach (var block in Blocks(file).Where(block => block.Info == Tested))
        {
            for (var i = 0; i < block.Lines.Count; i++)
            {
                if (!IsPrompt(block.Lines[i]))
                {
                    continue;
                }

                var command = block.Lines[i][
                    Prompts.First(prompt => block.Lines[i].StartsWith(prompt, StringComparison.Ordinal)).Length..
                ];
                yield return new Example(
                    block.Line + i + 1,
                    command,
                    Lines(block.Lines.Skip(i + 1).TakeWhile(text => !IsPrompt(text)))
                );
            }
        }
    }

    private static IEnumerable<Block> Blocks(string file)
    {
        var lines = Read(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var content = lines
                .Skip(i + 1)
                .TakeWhile(text => !text.StartsWith("```", StringComparison.Ordinal))
                .ToList();
            yield return new Block(lines[i][3..].Trim(), i + 1, Text(lines.Take(i)), content);
            i += content.Count + 1;
        }
    }

    // Code is no link, wherever it stands.
    private static IEnumerable<string> Links(string file) =>
        Link().Matches(CodeSpan().Replace(Text(OutsideBlocks(file)), "")).Select(match => match.Groups[1].Value);

    // As GitHub makes them: lower case, no punctuation, hyphens for spaces; the second of a name gets a number.
    private static HashSet<string> Anchors(string file) =>
        [
            .. OutsideBlocks(file)
                .Where(text => text.StartsWith('#'))
                .Select(text =>
                    NotInAnchors().Replace(text.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')
                )
                .GroupBy(anchor => anchor)
                .SelectMany(same => same.Select((anchor, i) => i == 0 ? anchor : $"{anchor}-{i}")),
        ];

    private static IEnumerable<string> OutsideBlocks(string file)
    {
        var isInside = false;
        foreach (var text in Read(file))
        {
            var isFence = text.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (isFence)
            {
                isInside = !isInside;
            }

            if (!isFence && !isInside)
            {
                yield return text;
            }
        }
    }

    private static string[] Read(string file) => File.ReadAllLines(Path.Combine(Repository.Root, file));

    private static bool IsPrompt(string text) =>
        Prompts.Any(prompt => text.StartsWith(prompt, StringComparison.Ordinal));

    private static string InCheckout(string root, string argument) =>
        argument.Contains('/', StringComparison.Ordinal) && Path.Exists(Path.Combine(root, argument))
            ? Path.Combine(root, argument)
            : argument;

    private static List<string> Lines(IEnumerable<string> lines) =>
        [.. string.Join('\n', lines.Select(text => text.TrimEnd())).TrimEnd().Split('\n')];

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(text => text + "\n"));

    private static Regex Pattern(IEnumerable<string> shown) =>
        new($"^{string.Concat(shown.Select(text => text == Anything ? "(?:.*\n)*?" : Regex.Escape(text) + "\n"))}\\z");

    [GeneratedRegex("<!--\\s*\\w[^<>]*-->\\s*$")]
    private static partial Regex Comment();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("[^\\p{L}\\p{N} _-]")]
    private static partial Regex NotInAnchors();

    private sealed record Block(string Info, int Line, string Before, IReadOnlyList<string> Lines);

    private sealed record Example(int Line, string Command, IReadOnlyList<string> Output);
}
