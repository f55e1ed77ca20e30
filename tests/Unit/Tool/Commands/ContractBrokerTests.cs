using Pinterest.OpenApi.Unit.Spec.Pacts.Broker;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>The commands that speak with a Pact Broker, with their exit codes and without its credential.</summary>
public sealed class ContractBrokerTests : IDisposable
{
    private const string Variable = "PINTEREST_OPENAPI_TEST_BROKER_TOKEN";

    private readonly TemporaryFolder _folder = new();

    public ContractBrokerTests() => Environment.SetEnvironmentVariable(Variable, BrokerCase.Token);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_failure_counts_unless_it_is_pending(bool isPending, int expected)
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Demanded = $"Bearer {BrokerCase.Token}";
        broker.Pacts["good"] = (BrokerCase.Pact("Good", "/a"), false);
        broker.Pacts["bad"] = (BrokerCase.Pact("Bad", "/b"), isPending);

        var (code, output, errors) = await VerifyAsync(
            broker,
            "--enable-pending",
            "--publish",
            "--provider-version",
            "1"
        );

        Assert.Equal((expected, ""), (code, errors));
        Assert.Contains(isPending ? "PENDING" : "FAILED", output, StringComparison.Ordinal);
        Assert.DoesNotContain(BrokerCase.Token, output, StringComparison.Ordinal);
        Assert.Contains("POST /broker/pacts/bad/results", broker.Bodies.Keys);
    }

    [Fact]
    public async Task A_broker_without_pacts_is_no_success()
    {
        await using var broker = await FakeBroker.StartAsync();
        var (code, output, _) = await VerifyAsync(broker);
        Assert.Equal(1, code);
        Assert.Contains("has no pacts of Some provider", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_refuses_is_misuse_and_one_that_is_away_is_not()
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Demanded = "Bearer another";
        var (code, output, errors) = await VerifyAsync(broker);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("refused a Bearer credential with 401", errors, StringComparison.Ordinal);
        Assert.DoesNotContain(BrokerCase.Token, errors, StringComparison.Ordinal);

        var away = await ToolRun.Of(
            "contract",
            "can-i-deploy",
            "--broker",
            $"http://127.0.0.1:{FreePort.Find()}",
            "--pacticipant",
            "A",
            "--version",
            "1"
        );
        Assert.Equal((3, ""), (away.Code, away.Output));
        Assert.Contains("does not answer", away.Errors, StringComparison.Ordinal);
        Assert.Single(away.Errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("true", 0, "yes: why\n")]
    [InlineData("false", 1, "no: why\n")]
    [InlineData("null", 1, "unknown: why\n")]
    public async Task Can_i_deploy_answers_by_its_exit_code(string deployable, int expected, string said)
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Deploy = Newtonsoft.Json.Linq.JObject.Parse(
            $$"""{"summary":{"deployable":{{deployable}},"reason":"why"} }"""
        );
        var (code, output, errors) = await ToolRun.Of(
            "contract",
            "can-i-deploy",
            "--broker",
            broker.Address,
            "--pacticipant",
            "A",
            "--version",
            "1",
            "--to-environment",
            "production"
        );
        Assert.Equal((expected, said, ""), (code, output, errors));
    }

    [Theory]
    [InlineData("Name the broker with --broker", "--publish")]
    [InlineData("Name the broker with --broker", "--provider", "x")]
    [InlineData("Name the provider with --provider", "--broker", "https://broker.example.com")]
    [InlineData(
        "Name it with --provider-version",
        "--broker",
        "https://broker.example.com",
        "--provider",
        "x",
        "--publish"
    )]
    [InlineData(
        "is no selector",
        "--broker",
        "https://broker.example.com",
        "--provider",
        "x",
        "--consumer-version-selector",
        "y"
    )]
    [InlineData("not an https address", "--broker", "http://broker.example.com", "--provider", "x")]
    public async Task What_cannot_be_done_is_said_in_a_line(string message, params string[] arguments)
    {
        var (code, output, errors) = await ToolRun.Of(["contract", "verify", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    private Task<(int Code, string Output, string Errors)> VerifyAsync(FakeBroker broker, params string[] arguments) =>
        ToolRun.Of([
            "contract",
            "verify",
            "--broker",
            broker.Address,
            "--broker-token-env",
            Variable,
            "--provider",
            "Some provider",
            "--against",
            $"description={_folder.Write("description.json", BrokerCase.Description)}",
            .. arguments,
        ]);
}
