using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Spec.Changelog;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>The ledger of the releases.</summary>
public sealed class ReleasesCommandTests
{
    private const StringComparison Plain = StringComparison.Ordinal;

    [Fact]
    public async Task Every_stored_release_has_a_row_and_no_silence_is_taken_for_harmless()
    {
        var (code, output, _) = await ToolRun.Of("releases", "--format", "json", "--repository", Repository.Root);

        var rows = (JArray)JObject.Parse(output)["releases"]!;
        Assert.Equal((0, 27), (code, rows.Count));
        Assert.Equal(
            [
                "unknown",
                "listed",
                "listed",
                "requires-migration",
                "requires-migration",
                "requires-migration",
                "breaking",
                "breaking",
            ],
            rows.TakeLast(8).Select(row => (string)row["pinterest"]!)
        );
        Assert.Contains(
            "minItems stands on items of type string",
            rows[^2]!["disagreements"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal("reconstructed", (string?)rows[^1]!["kind"]);
        Assert.Contains(
            "Operations that Pinterest flags as breaking: 145, with 4098 flagged lines.",
            rows[^1]!["disagreements"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.All(
            rows.Skip(1),
            row =>
                Assert.Equal(
                    (int)row["operations"]!["count"]!,
                    (int)row.Previous!["operations"]!["count"]!
                        + (int)row["operations"]!["added"]!
                        - (int)row["operations"]!["removed"]!
                )
        );
        foreach (var format in new[] { "text", "markdown", "html" })
        {
            Assert.Contains(
                "5.23.0",
                (await ToolRun.Of("releases", "--format", format, "--repository", Repository.Root)).Output,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_changelog_is_stored_once_and_its_flags_are_compared()
    {
        using var copy = TemporaryFolder.WithRepository(withClient: false);
        string[] store = ["releases", "--changelog", Houses.Changelog, "--repository", copy];

        var first = await ToolRun.Of(store);
        var second = await ToolRun.Of(store);
        var compared = await ToolRun.Of("releases", "--flags", Houses.Base, Houses.Revision, "--repository", copy);

        Assert.Equal((0, 0, 0), (first.Code, second.Code, compared.Code));
        Assert.Contains("1.0.0 to 1.1.0: 11 endpoints, 8 of them flagged with 12 lines.", first.Output, Plain);
        Assert.Contains("openapi/changelog.json was written.", first.Output, Plain);
        Assert.Contains("has these flags already", second.Output, Plain);
        Assert.Equal(await File.ReadAllTextAsync(Houses.PathOf("flags.txt")), compared.Output);
    }

    [Fact]
    public async Task An_unknown_form_of_line_is_told_and_gives_exit_code_1()
    {
        using var copy = TemporaryFolder.WithRepository(withClient: false);
        var file = Path.Combine(copy, "changes.md");
        await File.WriteAllTextAsync(file, "GET /houses\n- ⚠️ painted `door` \u202e red\n");

        var (code, output, _) = await ToolRun.Of([
            "releases",
            "--changelog",
            file,
            "--from",
            "1.0.0",
            "--to",
            "1.1.0",
            "--repository",
            copy,
        ]);

        Assert.Equal(1, code);
        Assert.Contains("Unknown form of line, 1 time: painted X", output, Plain);
        Assert.DoesNotContain('\u202e', output);
    }

    [Theory]
    [InlineData("There is no such file", "--changelog", "/no/such/file.md")]
    [InlineData("--from and --to belong to --changelog", "--from", "1.0.0")]
    [InlineData("no flags from 5.22.0 to 5.23.0", "--flags", "5.22.0", "5.23.0")]
    [InlineData("--flags", "--flags", "5.22.0")]
    public async Task What_cannot_be_done_is_told(string expected, params string[] arguments)
    {
        var (code, _, errors) = await ToolRun.Of(["releases", .. arguments, "--repository", Repository.Root]);

        Assert.Equal(2, code);
        Assert.Contains(expected, errors, Plain);
    }
}
