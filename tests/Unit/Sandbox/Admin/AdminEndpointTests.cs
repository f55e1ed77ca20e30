using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Admin;

/// <summary>The sandbox is set up over HTTP.</summary>
public sealed class AdminEndpointTests
{
    [Fact]
    public async Task Seed_fills_and_reset_empties()
    {
        await using var calls = await SandboxCalls.StartAsync();
        Assert.Equal(204, (await calls.PostAsync("/_sandbox/seed", new { boards = 2, pins_per_board = 3 })).Status);
        Assert.Equal((2, 6), ((await calls.IdsAsync("/boards")).Count, (await calls.IdsAsync("/pins")).Count));
        Assert.Equal(204, (await calls.PostAsync("/_sandbox/reset", null)).Status);
        Assert.Empty(await calls.IdsAsync("/boards"));
    }

    // A program sends the bytes of a file as they are.
    [Fact]
    public async Task A_body_may_begin_with_a_byte_order_mark()
    {
        await using var calls = await SandboxCalls.StartAsync();
        Assert.Equal(204, (await calls.PostAsync("/_sandbox/seed", "\uFEFF{\"boards\":2}")).Status);
        Assert.Equal(2, (await calls.IdsAsync("/boards")).Count);
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
        Assert.Equal(
            ["boards/create", "oauth/token", null],
            requests.Select(request => (string?)request["operation_id"])
        );
        Assert.Equal([201, 400, 404], requests.Select(request => (int)request["status"]!));
        Assert.Equal("{\"name\":\"Kitchens\"}", (string?)requests[0]["body"]);
        Assert.Equal(
            ["received_at", "method", "path", "operation_id", "status", "body"],
            ((JObject)requests[0]).Properties().Select(member => member.Name)
        );
        Assert.DoesNotContain("pinr_", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(calls.Sandbox.AccessToken, listed, StringComparison.Ordinal);
        Assert.Equal(3, calls.Sandbox.Requests.Count);
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

    [Theory]
    [InlineData("/_sandbox/seed", "{\"pinsPerBoard\":3}", "'pinsPerBoard' is unknown. Write 'pins_per_board'")]
    [InlineData("/_sandbox/seed", "{\"SectionsPerBoard\":3}", "Write 'sections_per_board'")]
    [InlineData("/_sandbox/seed", "{\"Boards\":3}", "Write 'boards'")]
    [InlineData(
        "/_sandbox/seed",
        "{\"pins\":3}",
        "The members are boards, sections_per_board, pins_per_board, followers"
    )]
    [InlineData("/_sandbox/seed", "{\"boards\":1.5}", "'boards' must be a whole number")]
    [InlineData("/_sandbox/faults", "{\"fault\":\"spam\",\"operationId\":\"pins/list\"}", "Write 'operation'")]
    public async Task A_member_that_is_spelled_in_another_way_is_a_400_that_says_how(
        string path,
        string body,
        string message
    )
    {
        await using var calls = await SandboxCalls.StartAsync();
        var refused = await calls.PostAsync(path, body);
        Assert.Equal(400, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await calls.IdsAsync("/boards"));
    }

    [Fact]
    public async Task Planned_faults_are_listed()
    {
        await using var calls = await SandboxCalls.StartAsync();
        await calls.PostAsync(
            "/_sandbox/faults",
            "{\"fault\":\"latency=20\",\"operation\":\"pins/list\",\"times\":null}"
        );
        await calls.PostAsync("/_sandbox/faults", "{\"fault\":\"spam\"}");

        Assert.Equal(
            "[{\"fault\":\"latency=20\",\"operation\":\"pins/list\",\"times\":null},"
                + "{\"fault\":\"spam\",\"operation\":null,\"times\":1}]",
            (await calls.GetAsync("/_sandbox/faults")).Text
        );
    }

    [Fact]
    public async Task Without_admin_there_is_nothing_of_it()
    {
        await using var calls = await SandboxCalls.StartAsync(new SandboxOptions { EnableAdmin = false });
        Assert.Equal(
            new[] { 404, 404 },
            new[]
            {
                (await calls.PostAsync("/_sandbox/reset", null)).Status,
                (await calls.PostAsync("/_pact/provider-states", "{}")).Status,
            }
        );
        Assert.Empty(calls.Sandbox.Requests);
    }
}
