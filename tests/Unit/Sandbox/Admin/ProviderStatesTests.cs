using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Admin;

/// <summary>A provider state makes what a pact speaks of.</summary>
public sealed class ProviderStatesTests
{
    [Fact]
    public async Task Provider_states_make_what_a_contract_speaks_of()
    {
        await using var calls = await SandboxCalls.StartAsync();
        foreach (
            var (state, parameters) in new[]
            {
                ("a board exists", "{\"board_id\":7,\"name\":\"Seven\"}"),
                ("a board section exists", "{\"board_id\":7,\"section_id\":\"8\"}"),
                ("a Pin exists", "{\"pin_id\":9,\"board_id\":7,\"section_id\":\"8\"}"),
                ("Pins exist", "{\"count\":30,\"board_id\":7}"),
                ("boards exist", "{\"count\":5}"),
            }
        )
        {
            Assert.Equal(
                200,
                (
                    await calls.PostAsync(
                        "/_pact/provider-states",
                        $"{{\"state\":\"{state}\",\"params\":{parameters},\"action\":\"setup\"}}"
                    )
                ).Status
            );
        }

        Assert.Equal("Seven", (string?)(await calls.GetAsync("/boards/7")).Json["name"]);
        Assert.Equal(["9"], await calls.IdsAsync("/boards/7/sections/8/pins"));
        Assert.Equal(
            (31, 6),
            ((await calls.IdsAsync("/boards/7/pins")).Count, (await calls.IdsAsync("/boards")).Count)
        );
        await calls.PostAsync("/_pact/provider-states", "{\"state\":\"the access token has expired\"}");
        Assert.Equal(
            new[] { 401, 200 },
            new[] { (await calls.GetAsync("/boards/7")).Status, (await calls.GetAsync("/boards/7")).Status }
        );
        var unknown = await calls.PostAsync("/_pact/provider-states", "{\"state\":\"a unicorn exists\"}");
        Assert.Equal(400, unknown.Status);
        Assert.Contains("a board exists", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the access token has expired", 401)]
    [InlineData("the access token lacks a scope", 401)]
    [InlineData("the app uses a restricted feature", 401)]
    [InlineData("the app has trial access", 403)]
    [InlineData("the rate limit is spent", 429)]
    [InlineData("the request looks like spam", 429)]
    [InlineData("the server fails", 500)]
    [InlineData("the server is unavailable", 503)]
    public async Task A_state_of_something_that_is_wrong_meets_the_next_call(string state, int status)
    {
        await using var calls = await SandboxCalls.StartAsync();
        await SetUpAsync(calls, state);
        Assert.Equal(
            new[] { status, 200 },
            new[] { (await calls.GetAsync("/boards")).Status, (await calls.GetAsync("/boards")).Status }
        );
    }

    [Fact]
    public async Task A_state_replaces_what_has_its_id_and_makes_up_what_it_does_not_say()
    {
        await using var calls = await SandboxCalls.StartAsync();
        await SetUpAsync(
            calls,
            "a board exists",
            "{\"board_id\":7,\"name\":\"Old\",\"description\":\"words\",\"privacy\":\"SECRET\"}"
        );
        Assert.Equal(
            ("Old", "words", "SECRET"),
            await calls.GetAsync("/boards/7") is var old
                ? ((string?)old.Json["name"], (string?)old.Json["description"], (string?)old.Json["privacy"])
                : default
        );
        await SetUpAsync(calls, "a board exists", "{\"board_id\":7}");
        Assert.Equal(
            ("Board 7", "PUBLIC"),
            await calls.GetAsync("/boards/7") is var now
                ? ((string?)now.Json["name"], (string?)now.Json["privacy"])
                : default
        );

        await SetUpAsync(calls, "a board section exists", "{\"board_id\":7,\"id\":8,\"name\":\"Sinks\"}");
        await SetUpAsync(calls, "a board section exists", "{\"board_id\":7,\"id\":8}");
        await SetUpAsync(calls, "a board section exists", "{\"board_id\":7}");
        Assert.Equal(2, (await calls.GetAsync("/boards/7/sections")).Json["items"]!.Count());

        await SetUpAsync(calls, "a Pin exists", "{\"pin_id\":9,\"board_id\":7,\"title\":\"Old\"}");
        await SetUpAsync(
            calls,
            "a Pin exists",
            "{\"pin_id\":9,\"board_id\":7,\"section_id\":10,\"description\":\"d\",\"link\":\"https://example.com/l\",\"alt_text\":\"a\"}"
        );
        await SetUpAsync(calls, "another Pin exists");
        var pin = (await calls.GetAsync("/pins/9")).Json;
        Assert.Equal(
            ("Pin 9", "d", "https://example.com/l", "a", "10"),
            (
                (string?)pin["title"],
                (string?)pin["description"],
                (string?)pin["link"],
                (string?)pin["alt_text"],
                (string?)pin["board_section_id"]
            )
        );
        Assert.Equal(2, (await calls.IdsAsync("/pins")).Count);

        // A board that a Pin names is made for it; somebody else's board belongs to somebody else.
        await SetUpAsync(calls, "a Pin exists", "{\"board_id\":11}");
        Assert.Equal(200, (await calls.GetAsync("/boards/11")).Status);
        await SetUpAsync(calls, "a board exists", "{\"board_id\":12,\"owner\":\"somebody\"}");
        Assert.Equal("somebody", (string?)(await calls.GetAsync("/boards/12")).Json["owner"]!["username"]);
        await SetUpAsync(calls, "the account is empty");
        Assert.Empty(await calls.IdsAsync("/boards"));
    }

    [Fact]
    public async Task Tokens_uploads_and_followers_are_states_too()
    {
        await using var calls = await SandboxCalls.StartAsync();
        await SetUpAsync(
            calls,
            "an access token was given",
            "{\"access_token\":\"pina_given\",\"scope\":\"boards:read\"}"
        );
        await SetUpAsync(calls, "a refresh token was given", "{\"refresh_token\":\"pinr_given\"}");
        await SetUpAsync(
            calls,
            "an authorization code was given",
            "{\"code\":\"given\",\"redirect_uri\":\"http://localhost:8085/\"}"
        );
        await SetUpAsync(calls, "followers exist", "{\"count\":3}");
        await SetUpAsync(calls, "a registered upload exists");

        Assert.Equal(
            new[] { 200, 401 },
            new[]
            {
                (await calls.GetAsync("/boards", "pina_given")).Status,
                (await calls.GetAsync("/user_account", "pina_given")).Status,
            }
        );
        Assert.Equal(
            200,
            (
                await calls.FormAsync("/oauth/token", ("grant_type", "refresh_token"), ("refresh_token", "pinr_given"))
            ).Status
        );
        Assert.Equal(
            200,
            (
                await calls.FormAsync(
                    "/oauth/token",
                    ("grant_type", "authorization_code"),
                    ("code", "given"),
                    ("redirect_uri", "http://localhost:8085/")
                )
            ).Status
        );
        Assert.Equal(3, (await calls.GetAsync("/user_account/followers")).Json["items"]!.Count());
        Assert.Single((await calls.GetAsync("/media")).Json["items"]!);
    }

    [Theory]
    [InlineData("a board section exists", "{}", "The state requires the parameter 'board_id'.")]
    [InlineData("a board exists", "{\"board_id\":\"seven\"}", "The parameter 'board_id' must consist of digits.")]
    [InlineData("Pins exist", "{}", "The state requires the parameter 'count', at most 10000.")]
    [InlineData("boards exist", "{\"count\":10001}", "The state requires the parameter 'count', at most 10000.")]
    [InlineData("an access token was given", "{}", "The state requires the parameter 'access_token'.")]
    [InlineData("a board exists", "{\"boardId\":\"7\"}", "The parameter 'boardId' is unknown. Write 'board_id'.")]
    public async Task A_state_that_lacks_something_says_what(string state, string parameters, string message)
    {
        await using var calls = await SandboxCalls.StartAsync();
        var refused = await calls.PostAsync(
            "/_pact/provider-states",
            $"{{\"state\":\"{state}\",\"params\":{parameters}}}"
        );
        Assert.Equal((400, message), (refused.Status, refused.Message));
    }

    [Fact]
    public async Task States_can_be_listed_and_an_empty_one_and_a_teardown_do_nothing()
    {
        await using var calls = await SandboxCalls.StartAsync();
        Assert.Contains(
            "a board exists",
            JArray.Parse((await calls.GetAsync("/_pact/provider-states")).Text).Select(name => (string?)name)
        );
        Assert.Equal(200, (await calls.PostAsync("/_pact/provider-states", "{\"state\":\"\"}")).Status);
        Assert.Equal(
            200,
            (
                await calls.PostAsync(
                    "/_pact/provider-states",
                    "{\"state\":\"a board exists\",\"action\":\"teardown\"}"
                )
            ).Status
        );
        Assert.Empty(await calls.IdsAsync("/boards"));
        Assert.Equal(
            (400, "'state' is required."),
            await calls.PostAsync("/_pact/provider-states", null) is var none ? (none.Status, none.Message) : default
        );

        await calls.DeleteAsync("/_sandbox/requests");
        Assert.Empty(calls.Sandbox.Requests);
        Assert.Equal(
            (400, "'fault' is required."),
            await calls.PostAsync("/_sandbox/faults", "{}") is var fault ? (fault.Status, fault.Message) : default
        );
        Assert.Equal(404, (await calls.GetAsync("/_sandbox/nowhere")).Status);
    }

    private static async Task SetUpAsync(SandboxCalls calls, string state, string parameters = "{}")
    {
        var made = await calls.PostAsync(
            "/_pact/provider-states",
            $"{{\"state\":\"{state}\",\"params\":{parameters},\"action\":\"setup\"}}"
        );
        Assert.True(made.Status == 200, made.Text);
    }
}
