using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pacts.Broker;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts.Broker;

/// <summary>The pacts of a provider are read from a broker, and its credential goes to its host only.</summary>
public sealed class BrokerPactsTests
{
    [Fact]
    public async Task A_broker_gives_the_pacts_that_the_selectors_name()
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Demanded = $"Bearer {BrokerCase.Token}";
        broker.Pacts["good"] = (BrokerCase.Pact("Good", "/a"), false);
        broker.Pacts["new"] = (BrokerCase.Pact("New", "/b"), true);
        using var client = BrokerCase.Client(broker.Address, BrokerCase.Token);
        using var pacts = await BrokerPacts.ReadAsync(client, BrokerCase.Request, default);

        var asked = Assert.Single(broker.Bodies).Value;
        Assert.True(JToken.DeepEquals(BrokerCase.Request.Body(), asked));
        Assert.Equal("main", (string?)asked["providerVersionBranch"]);

        // The failure of the new pact is reported, and fails nothing.
        var result = BrokerCase.Verify(pacts);
        Assert.Equal(
            [("Good", ContractOutcome.Passed, false), ("New", ContractOutcome.Failed, true)],
            result.Interactions.Select(one => (one.Consumer, one.Outcome, one.IsPending))
        );
        Assert.False(result.HasFailed);
        Assert.Contains("1 failed (1 pending)", result.Summary, StringComparison.Ordinal);
        Assert.All(result.Interactions, one => Assert.StartsWith(broker.Address, one.File, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_with_a_password_is_sent_as_basic()
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Demanded = "Basic dXNlcjpwYXNz";
        using var client = new BrokerClient(
            BrokerAddress.Read(broker.Address),
            BrokerCredential.Read(
                null,
                name =>
                    name switch
                    {
                        BrokerCredential.UserVariable => "user",
                        BrokerCredential.PasswordVariable => "pass",
                        _ => null,
                    }
            )
        );
        using var pacts = await BrokerPacts.ReadAsync(client, BrokerCase.Request, default);
        Assert.Empty(pacts.All);
    }

    [Fact]
    public async Task A_pact_of_messages_is_skipped()
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Pacts["messages"] = (BrokerCase.Pact("M", "/a", "Asynchronous/Messages"), false);
        using var client = BrokerCase.Client(broker.Address);
        using var pacts = await BrokerPacts.ReadAsync(client, BrokerCase.Request, default);
        Assert.Empty(pacts.All);
        Assert.Equal("it has no interactions over HTTP", Assert.Single(pacts.Skipped).Reason);
    }

    [Theory]
    [InlineData("https://127.0.0.1:1/broker")]
    [InlineData("http://127.0.0.1/broker")]
    public async Task A_broker_that_believes_in_another_scheme_or_port_is_asked_where_it_was_found(string root)
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.LinkRoot = root;
        broker.Pacts["good"] = (BrokerCase.Pact("Good", "/a"), false);
        using var client = BrokerCase.Client(broker.Address);
        using var pacts = await BrokerPacts.ReadAsync(client, BrokerCase.Request, default);
        Assert.Single(pacts.All);
    }

    [Fact]
    public async Task A_link_to_another_host_gets_no_request()
    {
        await using var broker = await FakeBroker.StartAsync();
        await using var other = await FakeBroker.StartAsync();
        broker.LinkRoot = other.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await RefusesAsync(broker, other);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_not_followed(int status)
    {
        await using var broker = await FakeBroker.StartAsync();
        await using var other = await FakeBroker.StartAsync();
        var target = other.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        broker.Instead = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = target;
            return Task.FromResult(true);
        };
        await RefusesAsync(broker, other);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed_and_one_without_end_is_not()
    {
        await using var broker = await FakeBroker.StartAsync();
        var redirects = 1;
        broker.Instead = context =>
        {
            if (redirects == 0)
            {
                return Task.FromResult(false);
            }

            redirects--;
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = context.Request.Path.ToString();
            return Task.FromResult(true);
        };
        using var client = BrokerCase.Client(broker.Address);
        using var pacts = await BrokerPacts.ReadAsync(client, BrokerCase.Request, default);
        redirects = int.MaxValue;
        var error = await Assert.ThrowsAsync<SpecException>(() =>
            BrokerPacts.ReadAsync(client, BrokerCase.Request, default)
        );
        Assert.Contains("redirected more than", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "refused a Bearer credential with 401")]
    [InlineData(403, "refused a Bearer credential with 403")]
    [InlineData(404, "has no /broker/")]
    [InlineData(400, "answered 400 to /broker/")]
    [InlineData(200, "did not answer with a JSON object")]
    public async Task What_a_broker_refuses_is_the_input_s_fault(int status, string message)
    {
        await using var broker = await FakeBroker.StartAsync();
        broker.Instead = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("<html>");
            return true;
        };
        using var client = BrokerCase.Client(broker.Address, BrokerCase.Token);
        var error = await Assert.ThrowsAsync<SpecException>(() =>
            BrokerPacts.ReadAsync(client, BrokerCase.Request, default)
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(BrokerCase.Token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_is_away_fails_or_is_slow_is_the_environment_s_fault()
    {
        using (var nobody = BrokerCase.Client($"http://127.0.0.1:{FreePort.Find()}"))
        {
            await AwayAsync(nobody, "does not answer");
        }

        await using var broker = await FakeBroker.StartAsync();
        broker.Instead = context =>
        {
            context.Response.StatusCode = 502;
            return Task.FromResult(true);
        };
        using (var failing = BrokerCase.Client(broker.Address))
        {
            await AwayAsync(failing, "it answered 502");
        }

        broker.Instead = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using var slow = BrokerCase.Client(broker.Address, limit: TimeSpan.FromSeconds(1));
        await AwayAsync(slow, "no complete answer within 1 seconds");
    }

    [Theory]
    [InlineData("http://broker.example.com", "not an https address")]
    [InlineData("broker.example.com", "not an https address")]
    [InlineData("ftp://broker.example.com", "not an https address")]
    [InlineData("https://user:hunter2@broker.example.com", "holds a user")]
    public void An_address_that_would_leak_is_refused(string address, string message)
    {
        var error = Assert.Throws<SpecException>(() => BrokerAddress.Read(address));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main-branch", """{"mainBranch":true}""")]
    [InlineData("deployed-or-released", """{"deployedOrReleased":true}""")]
    [InlineData("branch=feat/x", """{"branch":"feat/x"}""")]
    [InlineData("environment=production", """{"environment":"production"}""")]
    [InlineData("tag=prod", """{"tag":"prod","latest":true}""")]
    [InlineData("""{"branch":"a","consumer":"App"}""", """{"branch":"a","consumer":"App"}""")]
    public void A_selector_is_a_word_or_JSON(string text, string expected) =>
        Assert.Equal(expected, ConsumerSelector.Read(text).ToString(Newtonsoft.Json.Formatting.None));

    [Theory]
    [InlineData("main")]
    [InlineData("branch=")]
    [InlineData("{")]
    public void What_is_no_selector_is_said(string text) =>
        Assert.Contains(
            "is no selector",
            Assert.Throws<SpecException>(() => ConsumerSelector.Read(text)).Message,
            StringComparison.Ordinal
        );

    private static async Task RefusesAsync(FakeBroker broker, FakeBroker other)
    {
        using var client = BrokerCase.Client(broker.Address, BrokerCase.Token);
        var error = await Assert.ThrowsAsync<SpecException>(() =>
            BrokerPacts.ReadAsync(client, BrokerCase.Request, default)
        );
        Assert.Contains("another host (localhost)", error.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    private static async Task AwayAsync(BrokerClient client, string message)
    {
        var error = await Assert.ThrowsAsync<SpecEnvironmentException>(() =>
            BrokerPacts.ReadAsync(client, BrokerCase.Request, default)
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
