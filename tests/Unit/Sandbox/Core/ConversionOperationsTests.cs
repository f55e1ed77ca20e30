using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>Each conversion event has an outcome of its own.</summary>
public sealed class ConversionOperationsTests : IAsyncLifetime
{
    private const string Path = "/ad_accounts/549755885175/events";
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Theory]
    [InlineData("{'em':['HASH']}")]
    [InlineData("{'hashed_maids':['HASH']}")]
    [InlineData("{'client_ip_address':'203.0.113.7','client_user_agent':'Mozilla/5.0'}")]
    public async Task An_event_whose_user_is_known_is_processed(string user)
    {
        var reply = (await _calls.PostAsync(Path, Events(user))).Json;
        Assert.Equal((1, 1, "processed"), Outcome(reply));
        Assert.Equal(JTokenType.Null, reply["events"]![0]!["error_message"]!.Type);
        Assert.Equal(JTokenType.Null, reply["events"]![0]!["warning_message"]!.Type);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{'ph':['HASH'],'external_id':['7']}")]
    [InlineData("{'em':[]}")]
    [InlineData("{'client_ip_address':'203.0.113.7'}")]
    [InlineData("{'client_user_agent':'Mozilla/5.0'}")]
    [InlineData("{'em':['ann@example.com']}")]
    public async Task An_event_whose_user_is_not_known_is_refused_alone(string user)
    {
        var answer = await _calls.PostAsync(Path, Events(user, "{'em':['HASH']}"));

        Assert.Equal(200, answer.Status);
        Assert.Equal((2, 1, "failed"), Outcome(answer.Json));
        Assert.Contains("hashed_maids", (string?)answer.Json["events"]![0]!["error_message"], StringComparison.Ordinal);
        Assert.Equal("processed", (string?)answer.Json["events"]![1]!["status"]);
    }

    [Fact]
    public async Task A_value_that_is_not_hashed_is_a_warning_that_does_not_repeat_it()
    {
        var answer = await _calls.PostAsync(Path, Events("{'em':['HASH'],'ph':['+4930123'],'fn':['Ann','HASH']}"));

        var warning = (string?)answer.Json["events"]![0]!["warning_message"];
        Assert.Equal((1, 1, "processed"), Outcome(answer.Json));
        Assert.Contains("ph, fn", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("4930123", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_event_has_the_same_outcome()
    {
        var events = Events("{}", "{'em':['HASH']}");
        Assert.Equal(
            (await _calls.PostAsync(Path, events)).Text,
            (await _calls.PostAsync(Path + "?test=true", events)).Text
        );
    }

    [Fact]
    public async Task A_thousand_events_are_taken_and_no_more()
    {
        var users = Enumerable.Repeat("{'em':['HASH']}", 1000).ToArray();
        Assert.Equal((1000, 1000, "processed"), Outcome((await _calls.PostAsync(Path, Events(users))).Json));

        var refused = await _calls.PostAsync(Path, Events([.. users, "{}"]));
        Assert.Equal(400, refused.Status);
        Assert.Contains("at most 1000", refused.Message, StringComparison.Ordinal);
    }

    private static (int Received, int Processed, string? First) Outcome(JObject reply) =>
        (
            (int)reply["num_events_received"]!,
            (int)reply["num_events_processed"]!,
            (string?)reply["events"]![0]!["status"]
        );

    private static JObject Events(params string[] users) =>
        new()
        {
            ["data"] = new JArray(
                users.Select(
                    (user, number) =>
                        new JObject
                        {
                            ["event_name"] = "checkout",
                            ["action_source"] = "web",
                            ["event_time"] = 1_764_028_800,
                            ["event_id"] = $"e{number}",
                            ["user_data"] = JObject.Parse(user.Replace("HASH", Hash, StringComparison.Ordinal)),
                        }
                )
            ),
        };
}
