using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

public sealed class OperationsCommandTests
{
    [Theory]
    [InlineData("266 of 266 operations of 5.28.0")]
    [InlineData("8 of 266 operations of 5.28.0", "--group", "pins")]
    [InlineData("4 of 266 operations of 5.28.0", "--group", "pins", "--access", "write")]
    [InlineData("61 of 266 operations of 5.28.0", "--paged")]
    [InlineData("205 of 266 operations of 5.28.0", "--paged", "false")]
    [InlineData("122 of 266 operations of 5.28.0", "--sandbox")]
    [InlineData("144 of 266 operations of 5.28.0", "--sandbox", "false")]
    [InlineData("1 of 266 operations of 5.28.0", "multi_pins")]
    [InlineData("0 of 266 operations of 5.28.0", "no such text")]
    [InlineData("33 of 266 operations of 5.28.0", "--method", "patch")]
    [InlineData("25 of 25 operations of 5.0.0", "--description", "5.0.0")]
    [InlineData("266 of 266 operations of 5.28.0", "--since", "5.0.0")]
    [InlineData("0 of 266 operations of 5.28.0", "--since", "5.28.1")]
    [InlineData("0 of 25 operations of 5.0.0", "--since", "5.0.1", "--description", "5.0.0")]
    public async Task Filters_narrow_the_list(string expected, params string[] arguments)
    {
        var (code, output, errors) = await ToolRun.Of(["operations", "--repository", Repository.Root, .. arguments]);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(expected, output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task JSON_has_every_fact()
    {
        var (_, output, _) = await ToolRun.Of(
            "operations",
            "--repository",
            Repository.Root,
            "--scope",
            "msot:write",
            "--format",
            "json"
        );

        var operation = Assert.Single(JArray.Parse(output));
        Assert.Equal(
            ("msot_events/create", "POST", "msot_write"),
            ((string?)operation["id"], (string?)operation["method"], (string?)operation["rateCategory"])
        );
    }

    [Fact]
    public async Task Since_lists_what_a_release_or_a_later_one_added_and_says_which()
    {
        var (code, output, errors) = await Listed("--since", "5.23.0", "--format", "json");
        var (_, table, _) = await Listed("--since", "5.23.0", "--format", "markdown");

        Assert.Equal((0, ""), (code, errors));
        var since = JArray.Parse(output).Select(one => (string?)one["since"]).ToList();
        Assert.Equal(["5.23.0", "5.28.0"], since.Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("| since |", table, StringComparison.Ordinal);
        Assert.DoesNotContain("since", (await Listed("pins/save")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_needs_a_description_with_a_history()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder, "a.yaml");
        await File.WriteAllTextAsync(file, "{openapi: 3.0.3, info: {title: t, version: 5.28.0}, paths: {}}");

        var (code, _, errors) = await ToolRun.Of("operations", "--description", file, "--since", "5.23.0");

        Assert.Equal(2, code);
        Assert.Contains("--since needs the pinned description or a stored release", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_every_operation_with_limits_release_and_call()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder, "operations.html");

        var (code, output, errors) = await Listed("--format", "html", "--output", file);

        // Which file was written stands on the standard error, so that it is in no report.
        Assert.Equal((0, ""), (code, output));
        Assert.EndsWith("operations.html.\n", errors, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(file);
        Assert.Equal(266, page.Split("<article ").Length - 1);
        Assert.Contains("<dd>standard: 100 a minute; trial: 300 a day</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Since</dt><dd>5.0.0</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<code>pinterest.Pins.CreateAsync(...)</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_another_description_has_no_calls_of_the_client()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder, "a.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            openapi: 3.0.3
            info: {title: t, version: "1"}
            paths: {/pins: {post: {operationId: pins/create, tags: ["<img src=x>", pins], responses: {}}}}
            """
        );

        var (code, page, errors) = await ToolRun.Of("operations", "--description", file, "--format", "html");

        Assert.Equal((0, ""), (code, errors));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Since</dt><dd>not known</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_description_is_listed_with_its_base_paths_also_of_3_1()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder, "a.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            openapi: 3.1.0
            info: {title: t, version: "1"}
            servers: [{url: /api/v2}]
            paths:
              /things: {get: {responses: {"200": {description: d}}}}
              /files: {servers: [{url: "https://files.example.com"}], get: {operationId: files, responses: {}}}
            """
        );

        var (code, output, errors) = await ToolRun.Of("operations", "--description", file, "--format", "json");

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(["/api/v2", "/"], JArray.Parse(output).Select(one => (string?)one["basePaths"]![0]));
        var (_, table, _) = await ToolRun.Of("operations", "--description", file, "--format", "markdown");
        Assert.Contains("| base path |", table, StringComparison.Ordinal);
        Assert.Contains("| /api/v2 |", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_is_a_table() =>
        Assert.StartsWith(
            "| operation | method | path |",
            (
                await ToolRun.Of("operations", "--repository", Repository.Root, "--format", "markdown", "pins/save")
            ).Output,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--access", "both")]
    [InlineData("--method", "FETCH")]
    [InlineData("--format", "xml")]
    [InlineData("--since", "yesterday")]
    [InlineData("--no-such-option")]
    public async Task A_wrong_argument_is_misuse(params string[] arguments)
    {
        var (code, output, errors) = await ToolRun.Of(["operations", .. arguments]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("See 'pinterest-openapi operations --help'.", errors, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Errors)> Listed(params string[] arguments) =>
        ToolRun.Of(["operations", "--repository", Repository.Root, .. arguments]);
}
