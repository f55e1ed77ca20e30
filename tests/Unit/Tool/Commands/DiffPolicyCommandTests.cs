using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>What a user decides about findings decides the exit code.</summary>
public sealed class DiffPolicyCommandTests : IDisposable
{
    private const string Before =
        "openapi: 3.0.3\ninfo: {title: t, version: 1.0.0}\n"
        + "paths: {/a: {get: {operationId: a, responses: {}}}, /b: {get: {operationId: b, responses: {}}}}";
    private const string After =
        "openapi: 3.0.3\ninfo: {title: t, version: 2.0.0}\npaths: {/a: {get: {operationId: a, responses: {}}}}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{}""", 1)]
    [InlineData("""{"failOn": "never"}""", 0)]
    [InlineData("""{"severities": {"operation-removed": "potentially-breaking"}}""", 0)]
    [InlineData("""{"severities": {"operation-removed": "compatible"}, "failOn": "potentially-breaking"}""", 0)]
    [InlineData("""{"ignore": [{"path": "/b", "reason": "we never call it"}]}""", 0)]
    [InlineData("""{"ignore": [{"path": "/b", "reason": "we never call it", "until": "2020-01-01"}]}""", 1)]
    [InlineData("""{"ignore": [{"path": "/b"}]}""", 2)]
    [InlineData("""{"failOn": "breaks-contracts"}""", 2)]
    public async Task The_file_decides(string json, int expected) => Assert.Equal(expected, (await Run(json)).Code);

    [Fact]
    public async Task The_command_line_wins() =>
        Assert.Equal(1, (await Run("""{"failOn": "never"}""", "--fail-on", "breaking")).Code);

    [Fact]
    public async Task What_is_ignored_is_counted()
    {
        var (code, output, _) = await Run("""{"ignore": [{"path": "/b", "reason": "we never call it"}]}""");

        Assert.Equal(0, code);
        Assert.StartsWith("1.0.0 -> 2.0.0: 0 breaking", output, StringComparison.Ordinal);
        Assert.Contains(", 1 ignored by policy.json", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error()
    {
        var (code, _, errors) = await ToolRun.Of(
            "diff",
            _folder.Write("a.yaml", Before),
            _folder.Write("b.yaml", After),
            "--config",
            Path.Combine(_folder, "none.json")
        );

        Assert.Equal(2, code);
        Assert.Contains("There is no such configuration file. Check --config.", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> Run(string json, params string[] more) =>
        ToolRun.Of([
            "diff",
            _folder.Write("a.yaml", Before),
            _folder.Write("b.yaml", After),
            "--no-client",
            "--repository",
            _folder,
            "--config",
            _folder.Write("policy.json", json),
            .. more,
        ]);
}
