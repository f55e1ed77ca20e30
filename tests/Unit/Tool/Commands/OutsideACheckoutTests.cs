using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>The tool works where its users are: the stored releases ship with it.</summary>
public sealed class OutsideACheckoutTests : IDisposable
{
    private const StringComparison Plain = StringComparison.Ordinal;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Two_stored_releases_are_compared_without_the_client_and_the_reason_is_told()
    {
        var (code, output, errors) = await RunAsync("diff", "5.22.0", "5.23.0", "--format", "json");

        var root = JObject.Parse(output);
        Assert.Equal((1, ""), (code, errors));
        Assert.Equal(("5.22.0", "5.23.0"), ((string?)root["base"]!["version"], (string?)root["revision"]!["version"]));
        Assert.Equal(JTokenType.Null, root["client"]!.Type);
        Assert.Contains("in a checkout of the repository only", (string)root["clientReason"]!, Plain);
    }

    [Fact]
    public async Task What_ships_is_what_the_checkout_has()
    {
        var shipped = await RunAsync("diff", "5.22.0", "5.23.0", "--no-client");
        var stored = await ToolRun.Of("diff", "5.22.0", "5.23.0", "--no-client", "--repository", Repository.Root);

        Assert.Equal(stored.Output, shipped.Output);
    }

    [Fact]
    public async Task The_pinned_release_is_compared_with_a_file()
    {
        var file = _folder.Write("new.yaml", "openapi: 3.0.3\ninfo: {title: t, version: 9.0.0}\npaths: {}");

        var (code, output, _) = await RunAsync("diff", "pinned", file);

        Assert.Equal(1, code);
        Assert.StartsWith("5.28.0 -> 9.0.0: ", output, Plain);
        Assert.Contains("The client was not compared: It is generated in a checkout", output, Plain);
    }

    [Theory]
    [InlineData("266 of 266 operations of 5.28.0")]
    [InlineData("25 of 25 operations of 5.0.0", "--description", "5.0.0")]
    public async Task Operations_are_listed(string expected, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(["operations", .. arguments]);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(expected, output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task Releases_are_listed_with_what_Pinterest_says()
    {
        var (code, output, _) = await RunAsync("releases");

        Assert.Equal(0, code);
        Assert.Contains("\n5.28.0 ", output, Plain);
        Assert.Contains("Operations that Pinterest flags as breaking: 145", output, Plain);
    }

    [Fact]
    public async Task A_pact_is_verified_against_a_stored_release()
    {
        var pact = Directory.EnumerateFiles(Repository.Layout.Pacts).Single();

        var (code, output, _) = await RunAsync("contract", "verify", pact, "--against", "description=5.22.0");

        Assert.Equal(1, code);
        Assert.Contains("against the description 5.22.0", output, Plain);
    }

    [Theory]
    [InlineData("Name a pact. Example: pinterest-openapi contract verify pacts/your-app.json.", "contract", "verify")]
    [InlineData("Clone the repository", "check")]
    [InlineData("Clone the repository", "pin", "new.yaml")]
    [InlineData("Clone the repository", "releases", "--changelog", "changes.md")]
    [InlineData("Known: 5.0.0, ", "diff", "5.99.0", "5.23.0")]
    public async Task What_needs_more_says_what_and_how_to_get_it(string expected, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, errors, Plain);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_project_that_uses_NSwag_is_no_checkout()
    {
        _folder.Write("nswag.json", "{}");
        Directory.CreateDirectory(Path.Combine(_folder, "openapi"));

        Assert.Equal(0, (await RunAsync("operations")).Code);
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ToolRun.Of([.. arguments, "--repository", _folder]);
}
