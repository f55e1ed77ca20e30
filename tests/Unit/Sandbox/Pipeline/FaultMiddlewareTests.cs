using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>Each fault does what its name says.</summary>
public sealed class FaultMiddlewareTests : IAsyncLifetime
{
    private readonly WatchedTime _time = new();
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync()
    {
        _calls = await SandboxCalls.StartAsync(new SandboxOptions { FaultClock = _time });
        _calls.Sandbox.Fill(new SandboxContent { Boards = 2 });
    }

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Theory]
    [InlineData("unavailable", 503, "<h1>")]
    [InlineData("empty-error", 500, "")]
    [InlineData("rate-limited", 429, "\"code\":8")]
    [InlineData("spam", 429, "spam")]
    [InlineData("expired-token", 401, "\"code\":2")]
    [InlineData("missing-scope", 401, "\"code\":3")]
    [InlineData("restricted-feature", 401, "restricted feature")]
    [InlineData("trial-access", 403, "Trial access")]
    public async Task A_fault_answers_instead_of_the_operation(string fault, int status, string text)
    {
        var answer = await _calls.PostAsync(
            "/boards",
            new { name = "never made" },
            headers: ("x-sandbox-fault", fault)
        );
        Assert.Equal(status, answer.Status);
        Assert.Contains(text, answer.Text, StringComparison.Ordinal);
        Assert.Empty(await _calls.IdsAsync("/search/boards?query=never"));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("truncated-body")]
    public async Task A_fault_breaks_the_connection(string fault) =>
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            _calls.GetAsync("/boards", headers: ("x-sandbox-fault", fault))
        );

    [Theory]
    [InlineData("latency=300")]
    [InlineData("slow-drip=300")]
    public async Task A_fault_takes_its_time_and_then_answers_whole(string fault)
    {
        var call = _calls.GetAsync("/boards", headers: ("x-sandbox-fault", fault));
        var waited = TimeSpan.Zero;
        while (waited < TimeSpan.FromMilliseconds(300))
        {
            var wait = await _time.NextWaitAsync();
            Assert.True(waited > TimeSpan.Zero || !call.IsCompleted);
            waited += wait;
            _time.Advance(wait);
        }

        Assert.Equal(TimeSpan.FromMilliseconds(300), waited);
        Assert.Equal((await _calls.GetAsync("/boards")).Text, (await call).Text);
    }

    [Fact]
    public async Task A_fault_changes_the_body_and_leaves_the_state()
    {
        var good = (await _calls.GetAsync("/boards")).Json;

        Assert.ThrowsAny<JsonException>(() => JObject.Parse(FaultyAsync("wrong-json").GetAwaiter().GetResult()));
        var unknown = JObject.Parse(await FaultyAsync("unknown-enum-value"));
        Assert.All(unknown["items"]!, board => Assert.Equal("SANDBOX_UNKNOWN_VALUE", (string?)board["privacy"]));
        var extra = JObject.Parse(await FaultyAsync("extra-members"));
        Assert.All(extra["items"]!, board => Assert.NotNull(board["sandbox_extra_object"]!["deep"]));
        var missing = JObject.Parse(await FaultyAsync("missing-members"));
        Assert.All(
            missing["items"]!,
            board => Assert.Equal(["id", "name"], ((JObject)board).Properties().Select(member => member.Name))
        );
        var empty = JObject.Parse(await FaultyAsync("null-members"));
        Assert.All(
            empty["items"]!,
            board => Assert.All(((JObject)board).PropertyValues(), value => Assert.Equal(JTokenType.Null, value.Type))
        );
        Assert.Equal(good.ToString(), (await _calls.GetAsync("/boards")).Json.ToString());
    }

    private async Task<string> FaultyAsync(string fault) =>
        (await _calls.GetAsync("/boards", headers: ("x-sandbox-fault", fault))).Text;
}
