using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Spec.Changelog;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>The ledger of the releases.</summary>
public sealed class ReleasesCommandTests
{
    private const StringComparison Plain = StringComparison.Ordinal;

    [Fact]
    public async Task The_page_leads_to_a_page_with_every_change_of_a_release()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        KeepOnly(repository, "5.22.0", "5.23.0");
        var page = Path.Combine(repository, "pages", "all.html");
        string[] arguments = ["releases", "--format", "html", "--diffs", "-o", page, "--repository", repository];

        var (code, _, errors) = await ToolRun.Of(arguments);

        Assert.True(code == 0, errors);
        Assert.Contains(
            "<a href=\"releases/5.22.0-5.23.0.html\">Everything that changed</a>",
            await File.ReadAllTextAsync(page),
            Plain
        );
        Assert.Contains(
            "Breaking: 2 changes",
            await File.ReadAllTextAsync(Path.Combine(repository, "pages", "releases", "5.22.0-5.23.0.html")),
            Plain
        );
        Assert.EndsWith("releases.\n", errors, Plain);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    public async Task A_checkout_without_releases_has_nothing_to_list(string format)
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        KeepOnly(repository);

        var (code, _, errors) = await ToolRun.Of("releases", "--format", format, "--repository", repository);

        Assert.Equal(2, code);
        Assert.Contains("No release is stored", errors, Plain);
    }

    private static void KeepOnly(string repository, params string[] versions)
    {
        var index = Path.Combine(repository, "openapi", "releases", "index.json");
        var releases = JObject.Parse(File.ReadAllText(index));
        releases["releases"] = new JArray(
            releases["releases"]!.Where(release => versions.Contains((string)release["version"]!))
        );
        File.WriteAllText(index, releases.ToString());
    }

    [Theory]
    [InlineData("--diffs")]
    [InlineData("--diffs", "--format", "html")]
    [InlineData("--diffs", "--output", "releases.json", "--format", "json")]
    [InlineData("--diffs", "--format", "html", "--output", "flags.html", "--flags", "5.22.0", "5.23.0")]
    public async Task Pages_of_the_releases_need_a_page_that_links_to_them(params string[] arguments)
    {
        var (code, _, errors) = await ToolRun.Of(["releases", .. arguments]);

        Assert.Equal(2, code);
        Assert.Equal("--diffs belongs to --format html --output FILE, without --flags.\n", errors);
    }

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
