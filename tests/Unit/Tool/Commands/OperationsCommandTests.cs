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
    [InlineData("--no-such-option")]
    public async Task A_wrong_argument_is_misuse(params string[] arguments)
    {
        var (code, output, errors) = await ToolRun.Of(["operations", .. arguments]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("See 'pinterest-openapi operations --help'.", errors, StringComparison.Ordinal);
    }
}
