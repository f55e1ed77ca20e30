using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox;

/// <summary>The sandbox set up over HTTP.</summary>
public sealed class AdminTests
{
    [Fact]
    public async Task Seed_fills_and_reset_empties()
    {
        await using var calls = await SandboxCalls.StartAsync();
        Assert.Equal(204, (await calls.PostAsync("/_sandbox/seed", new { boards = 2, pinsPerBoard = 3 })).Status);
        Assert.Equal((2, 6), ((await calls.IdsAsync("/boards")).Count, (await calls.IdsAsync("/pins")).Count));
        Assert.Equal(204, (await calls.PostAsync("/_sandbox/reset", null)).Status);
        Assert.Empty(await calls.IdsAsync("/boards"));
    }

    [Fact]
    public async Task Requests_are_listed_without_what_is_secret()
    {
        await using var calls = await SandboxCalls.StartAsync();
        await calls.PostAsync("/boards", new { name = "Kitchens" });
        await calls.FormAsync("/oauth/token", ("grant_type", "refresh_token"), ("refresh_token", "pinr_secret"));
        await calls.GetAsync("/nowhere");

        var listed = (await calls.GetAsync("/_sandbox/requests")).Text;
        var requests = JArray.Parse(listed);
        Assert.Equal(["boards/create", "oauth/token", null], requests.Select(request => (string?)request["OperationId"]));
        Assert.Equal([201, 400, 404], requests.Select(request => (int)request["Status"]!));
        Assert.Equal("{\"name\":\"Kitchens\"}", (string?)requests[0]["Body"]);
        Assert.DoesNotContain("pinr_", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(calls.Sandbox.AccessToken, listed, StringComparison.Ordinal);
        Assert.Equal(3, calls.Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Provider_states_make_what_a_contract_speaks_of()
    {
        await using var calls = await SandboxCalls.StartAsync();
        foreach (var (state, parameters) in new[]
        {
            ("a board exists", "{\"board_id\":7,\"name\":\"Seven\"}"), ("a board section exists", "{\"board_id\":7,\"section_id\":\"8\"}"),
            ("a Pin exists", "{\"pin_id\":9,\"board_id\":7,\"section_id\":\"8\"}"), ("Pins exist", "{\"count\":30,\"board_id\":7}"), ("boards exist", "{\"count\":5}"),
        })
            Assert.Equal(200, (await calls.PostAsync("/_pact/provider-states", $"{{\"state\":\"{state}\",\"params\":{parameters},\"action\":\"setup\"}}")).Status);

        Assert.Equal("Seven", (string?)(await calls.GetAsync("/boards/7")).Json["name"]);
        Assert.Equal(["9"], await calls.IdsAsync("/boards/7/sections/8/pins"));
        Assert.Equal((31, 6), ((await calls.IdsAsync("/boards/7/pins")).Count, (await calls.IdsAsync("/boards")).Count));
        await calls.PostAsync("/_pact/provider-states", "{\"state\":\"the access token has expired\"}");
        Assert.Equal(new[] { 401, 200 }, new[] { (await calls.GetAsync("/boards/7")).Status, (await calls.GetAsync("/boards/7")).Status });
        var unknown = await calls.PostAsync("/_pact/provider-states", "{\"state\":\"a unicorn exists\"}");
        Assert.Equal(400, unknown.Status);
        Assert.Contains("a board exists", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/_sandbox/faults", "{\"fault\":\"explode\"}")]
    [InlineData("/_sandbox/faults", "{")]
    [InlineData("/_sandbox/seed", "{\"boards\":\"many\"}")]
    public async Task What_makes_no_sense_is_a_400(string path, string body)
    {
        await using var calls = await SandboxCalls.StartAsync();
        Assert.Equal(400, (await calls.PostAsync(path, body)).Status);
    }

    [Fact]
    public async Task Without_admin_there_is_nothing_of_it()
    {
        await using var calls = await SandboxCalls.StartAsync(new SandboxOptions { HasAdmin = false });
        Assert.Equal(new[] { 404, 404 }, new[] { (await calls.PostAsync("/_sandbox/reset", null)).Status, (await calls.PostAsync("/_pact/provider-states", "{}")).Status });
        Assert.Empty(calls.Sandbox.Requests);
    }
}
