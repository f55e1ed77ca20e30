using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

public sealed class ContractCommandTests
{
    private const string Variable = "PINTEREST_OPENAPI_TEST_TOKEN";

    [Fact]
    public async Task The_committed_contracts_agree_with_the_description()
    {
        var (code, output, errors) = await ToolRun.Of("contract", "verify", "--repository", Repository.Root);
        Assert.Equal((0, ""), (code, errors));
        Assert.Matches(
            "^\\d+ interactions against the description 5.28.0: (\\d+) passed, 0 failed, 0 skipped\n$",
            output
        );
    }

    [Fact]
    public async Task An_older_release_does_not_have_it_all()
    {
        var (code, output, _) = await ToolRun.Of(
            "contract",
            "verify",
            "--against",
            "description=5.0.0",
            "--repository",
            Repository.Root
        );
        Assert.Equal(1, code);
        Assert.Contains("FAILED   a request to save a Pin to a board", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_answers_them()
    {
        var (code, output, errors) = await ToolRun.Of(
            "contract",
            "verify",
            "--against",
            "sandbox",
            "--format",
            "json",
            "--repository",
            Repository.Root
        );
        Assert.Equal((0, ""), (code, errors));
        Assert.True((int)JObject.Parse(output)["summary"]!["passed"]! > 50);
    }

    [Fact]
    public async Task A_provider_at_an_address_gets_only_what_reads()
    {
        await using var provider = await PinterestSandbox.StartAsync(new SandboxOptions { ServeContracts = true });
        Environment.SetEnvironmentVariable(Variable, provider.AccessToken);

        var (_, output, _) = await ToolRun.Of(
            "contract",
            "verify",
            "--against",
            provider.BaseAddress.ToString(),
            "--token-env",
            Variable,
            "--format",
            "json",
            "--repository",
            Repository.Root
        );

        Assert.All(provider.Requests, request => Assert.Equal("GET", request.Method));
        var interactions = JObject.Parse(output)["interactions"]!;
        string? Reason(string description) =>
            (string?)interactions.Single(one => (string?)one["description"] == description)["reason"];
        Assert.Contains("--allow-writes", Reason("a request to create a board"), StringComparison.Ordinal);
        Assert.Contains("x-sandbox", Reason("a search for Pins"), StringComparison.Ordinal);
        Assert.Contains("app's secret", Reason("a renewal of an access token"), StringComparison.Ordinal);
        Assert.Equal(
            "passed",
            (string?)
                interactions.Single(one => (string?)one["description"] == "a request for the account of the user")[
                    "outcome"
                ]
        );
        Assert.Equal(
            "failed",
            (string?)interactions.Single(one => (string?)one["description"] == "a request for a board")["outcome"]
        );
        Assert.DoesNotContain(provider.AccessToken, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Works_outside_a_checkout()
    {
        using var folder = new TemporaryFolder();
        var pact = Directory.EnumerateFiles(Repository.Layout.Pacts).Single();
        Assert.Equal(0, (await ToolRun.Of("contract", "verify", pact, "--repository", folder)).Code);
        var (code, _, errors) = await ToolRun.Of("contract", "verify", "--repository", folder);
        Assert.Equal(2, code);
        Assert.Contains("Name a pact.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--token-env", "--against", "https://api-sandbox.pinterest.com/v5")]
    [InlineData(
        2,
        "is empty",
        "--against",
        "https://api-sandbox.pinterest.com/v5",
        "--token-env",
        "PINTEREST_OPENAPI_TEST_NO_TOKEN"
    )]
    [InlineData(2, "neither 'description', 'sandbox' nor an https address", "--against", "http://example.com")]
    [InlineData(2, "neither", "--against", "moon")]
    [InlineData(2, "no-such.json", "--against", "description=no-such.json")]
    [InlineData(2, "no-such-pact.json", "no-such-pact.json")]
    public async Task What_cannot_be_done_is_said_in_a_line(int expected, string message, params string[] arguments)
    {
        var (code, output, errors) = await ToolRun.Of([
            "contract",
            "verify",
            "--repository",
            Repository.Root,
            .. arguments,
        ]);
        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Nobody_at_an_address_is_the_surroundings_fault()
    {
        Environment.SetEnvironmentVariable(Variable, "pina_x");
        var (code, _, errors) = await ToolRun.Of(
            "contract",
            "verify",
            "--against",
            "http://127.0.0.1:1/v5",
            "--token-env",
            Variable,
            "--repository",
            Repository.Root
        );
        Assert.Equal(3, code);
        Assert.Contains("does not answer", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_Pact_core_is_named_with_its_package()
    {
        using var folder = new TemporaryFolder();
        using var process = ToolProcess.Start(
            "contract",
            "verify",
            "--against",
            "sandbox",
            "--pact-library",
            Path.Combine(folder, "none.so"),
            "--repository",
            Repository.Root
        );
        var errors = await process.Process.StandardError.ReadToEndAsync();
        await process.Process.WaitForExitAsync();
        Assert.Equal(3, process.Process.ExitCode);
        Assert.Contains("@pact-foundation/pact-core-", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }
}
