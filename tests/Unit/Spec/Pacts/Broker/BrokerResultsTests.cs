using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pacts.Broker;

namespace Pinterest.OpenApi.Unit.Spec.Pacts.Broker;

/// <summary>Results are published for each pact, and a broker says whether a version may be deployed.</summary>
public sealed class BrokerResultsTests
{
    [Fact]
    public async Task Each_pact_gets_its_result_and_the_version_its_branch()
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Pacts["good"] = (BrokerCase.Pact("Good", "/a"), false);
        broker.Pacts["bad"] = (BrokerCase.Pact("Bad", "/b"), true);
        using var client = BrokerCase.Client(broker.Address);
        using var pacts = await BrokerPacts.ReadAsync(client, BrokerCase.Request, default);

        var unpublished = await new BrokerResults(client, BrokerCase.Request).PublishAsync(
            pacts.All,
            BrokerCase.Verify(pacts),
            default
        );

        Assert.Empty(unpublished);
        var good = broker.Bodies["POST /broker/pacts/good/results"];
        Assert.True((bool)good["success"]!);
        Assert.Equal("1.0/a", (string?)good["providerApplicationVersion"]);
        Assert.Equal("id-of-Good", (string?)good["testResults"]![0]!["interactionId"]);

        // What is pending fails nothing here, and is a failure for the broker.
        var bad = broker.Bodies["POST /broker/pacts/bad/results"];
        Assert.False((bool)bad["success"]!);
        Assert.Equal("request.path", (string?)bad["testResults"]![0]!["mismatches"]![0]!["attribute"]);
        Assert.Contains(
            "PUT /broker/pacticipants/Some provider/branches/main/versions/1.0%2Fa",
            broker.Requests.Select(request => request.Line.Replace("%20", " ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task What_was_not_verified_is_not_published()
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Pacts["good"] = (BrokerCase.Pact("Good", "/a"), false);
        using var client = BrokerCase.Client(broker.Address);
        using var pacts = await BrokerPacts.ReadAsync(client, BrokerCase.Request, default);
        var result = BrokerCase.Verify(pacts);
        var skipped = result with
        {
            Interactions = [result.Interactions[0] with { Outcome = ContractOutcome.Skipped }],
        };

        var problem = Assert.Single(
            await new BrokerResults(client, BrokerCase.Request).PublishAsync(pacts.All, skipped, default)
        );

        Assert.Contains("a part of the pact was not verified", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("POST /broker/pacts/good/results", broker.Bodies.Keys);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", null)]
    public async Task A_broker_says_whether_a_version_may_be_deployed(string deployable, bool? expected)
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Deploy = JObject.Parse($$"""{"summary":{"deployable":{{deployable}},"reason":"why"} }""");
        using var client = BrokerCase.Client(broker.Address);

        var answer = await DeployAnswer.AskAsync(client, "A & B", "1", "production", default);

        Assert.Equal(new DeployAnswer(expected, "why"), answer);
        Assert.Equal(
            "GET /broker/can-i-deploy?pacticipant=A%20%26%20B&version=1&environment=production",
            Assert.Single(broker.Requests).Line
        );
    }

    [Fact]
    public async Task An_answer_without_a_summary_is_none()
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Deploy = [];
        using var client = BrokerCase.Client(broker.Address);
        await Assert.ThrowsAsync<SpecException>(() => DeployAnswer.AskAsync(client, "A", "1", null, default));
    }

    [Theory]
    [InlineData("NAMED", null, null, null, "NAMED is empty")]
    [InlineData(null, null, "user", null, "PACT_BROKER_PASSWORD is empty")]
    [InlineData(null, "to ken", null, null, "no header can hold")]
    public void A_credential_that_cannot_be_used_is_said(
        string? named,
        string? token,
        string? user,
        string? password,
        string message
    )
    {
        var error = Assert.Throws<SpecException>(() =>
            BrokerCredential.Read(
                named,
                name =>
                    name switch
                    {
                        BrokerCredential.TokenVariable => token,
                        BrokerCredential.UserVariable => user,
                        BrokerCredential.PasswordVariable => password,
                        _ => null,
                    }
            )
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("to ken", error.Message, StringComparison.Ordinal);
    }
}
