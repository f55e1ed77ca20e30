using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Catalogue;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

public sealed class OperationToolsTests
{
    private static readonly AgentGrant WithTags = ToolWorld.Everything with
    {
        Allow = ["operation:follow_user/update"],
    };

    [Fact]
    public async Task An_operation_is_found_described_and_read()
    {
        await using var world = await ToolWorld.StartAsync(
            sandbox: new SandboxOptions { Content = new SandboxContent() }
        );

        var found = await world.DataAsync("pinterest_find_operation", """{"query":"list followers"}""");
        var described = await world.DataAsync("pinterest_describe_operation", """{"operation":"followers/list"}""");
        var read = await world.DataAsync(
            "pinterest_read_operation",
            """{"operation":"followers/list","parameters":{"page_size":5}}"""
        );

        Assert.Equal("followers/list", (string?)found["items"]![0]!["id"]);
        Assert.Equal("status", (string?)described["operation"]!["area"]);
        Assert.Equal(5, read["reply"]!["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("""{"operation":"oauth/token"}""", "no id")]
    [InlineData("""{"operation":"token/revoke"}""", "no id")]
    [InlineData("""{"operation":"oauth/conversion_token"}""", "no id")]
    [InlineData("""{"operation":"nothing/at_all"}""", "no id")]
    [InlineData("""{"operation":"boards/create"}""", "no GET")]
    [InlineData("""{"operation":"followers/list","parameters":{"page_size":9999}}""", "whole number")]
    [InlineData("""{"operation":"followers/list","parameters":{"pages":1}}""", "does not know")]
    [InlineData("""{"operation":"boards/get"}""", "'board_id' is missing")]
    [InlineData("""{"operation":"boards/get","parameters":{"board_id":".."}}""", "one step of a path")]
    [InlineData("""{"operation":"boards/get","parameters":{"board_id":"1/pins"}}""", "one step of a path")]
    [InlineData("""{"operation":"boards/get","parameters":{"board_id":{"a":1}}}""", "one step of a path")]
    [InlineData("""{"operation":"boards/get","parameters":"x"}""", "must be an object")]
    [InlineData("""{"operation":"boards/get","url":"https://a.example"}""", "unknown")]
    public async Task What_an_operation_is_read_with_is_checked_against_the_catalogue(string arguments, string said)
    {
        await using var world = await ToolWorld.StartAsync();

        var error = await world.ErrorAsync("pinterest_read_operation", arguments);

        Assert.Equal("ArgumentsWrong", (string?)error["kind"]);
        Assert.Contains(said, (string?)error["whatHappened"], StringComparison.Ordinal);
        Assert.Empty(world.SentOperations);
    }

    [Fact]
    public async Task A_write_takes_a_grant_for_its_very_operation()
    {
        const string Call =
            """{"operation":"follow_user/update","parameters":{"username":"anna"},"body":{"auto_follow":false}}""";
        await using var without = await ToolWorld.StartAsync();
        await using var with = await ToolWorld.StartAsync(WithTags);

        var error = await without.ErrorAsync("pinterest_write_operation", Call);
        await with.CallAsync("pinterest_write_operation", Call);
        var other = await with.ErrorAsync(
            "pinterest_write_operation",
            """{"operation":"boards/create","body":{"name":"A"}}"""
        );

        Assert.Equal("Denied", (string?)error["kind"]);
        Assert.Equal("Denied", (string?)other["kind"]);
        Assert.Empty(without.SentOperations);
        Assert.Equal(["follow_user/update"], with.SentOperations);
    }

    [Fact]
    public async Task A_write_tells_its_boards_and_links_to_the_gate()
    {
        var call = new WriteOperationTool();
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Allow = ["operation:pins/create"],
                Limits = new GrantLimits { LinkHosts = ["shop.example.com"] },
            }
        );
        var board = await world.BoardAsync();

        var error = await world.ErrorAsync(
            "pinterest_write_operation",
            $$$$"""
            {"operation":"pins/create","body":{"board_id":"{{{{board}}}}","link":"https://evil.example/",
            "media_source":{"source_type":"image_url","url":"https://shop.example.com/a.png"}}}
            """
        );

        Assert.Equal("pinterest_write_operation", call.Facts.Name);
        Assert.Equal("limits.linkHosts", (string?)error["rule"]);
        Assert.DoesNotContain("pins/create", world.SentOperations);
    }

    [Fact]
    public async Task A_person_is_shown_every_value_of_a_body_and_nothing_is_cut()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Allow = ["operation:boards/create"],
                Ask = ["operation:boards/create"],
            }
        );
        var text = new string('a', 3_500) + "end";

        await world.ErrorAsync(
            "pinterest_write_operation",
            $$$"""{"operation":"boards/create","body":{"name":"A","description":"{{{text}}}","privacy":null}}"""
        );

        var lines = Assert.Single(world.Approvals.All).Summary.Lines;
        Assert.Equal(
            text,
            string.Concat(lines.Where(line => line.Name == "body.description").Select(line => line.Text))
        );
        Assert.Contains(lines, line => line is { Name: "body.privacy", Text: "null" });
    }

    [Theory]
    [InlineData("campaigns/create", """{"name":"A"}""", "a list of objects")]
    [InlineData("boards/create", """[{"name":"A"}]""", "an object")]
    [InlineData("campaigns/create", "[1]", "a list of objects")]
    [InlineData("campaigns/create", "7", "a list of objects")]
    public async Task A_body_of_the_other_kind_is_refused(string operation, string body, string said)
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Allow = [$"operation:{operation}"],
            }
        );
        var parameters = operation == "boards/create" ? "{}" : """{"ad_account_id":"1"}""";

        var error = await world.ErrorAsync(
            "pinterest_write_operation",
            $$"""{"operation":"{{operation}}","parameters":{{parameters}},"body":{{body}}}"""
        );

        Assert.Equal("ArgumentsWrong", (string?)error["kind"]);
        Assert.Contains(said, (string?)error["whatHappened"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_sent_where_the_contract_takes_one_and_a_person_sees_every_value_of_it()
    {
        var grant = ToolWorld.Everything with
        {
            Allow = ["operation:campaigns/create"],
            Ask = ["operation:campaigns/create"],
        };
        await using var world = await ToolWorld.StartAsync(grant);
        const string Call =
            """{"operation":"campaigns/create","parameters":{"ad_account_id":"1"},"body":[{"name":"A"},{"name":"B"}]}""";

        await world.ErrorAsync("pinterest_write_operation", Call);
        await world.ApproveAllAsync();
        await world.CallAsync("pinterest_write_operation", Call);

        var lines = Assert.Single(world.Approvals.All).Summary.Lines;
        Assert.Equal(["A", "B"], lines.Where(line => line.Name == "body.name").Select(line => line.Text));
        Assert.Equal(["campaigns/create"], world.SentOperations);
    }

    [Fact]
    public void The_operations_that_take_a_list_are_those_of_the_description()
    {
        var description = Repository.Description();
        foreach (var operation in OperationIndex.Reachable.Where(one => one.BodyType == "application/json"))
        {
            var path = description["paths"]![operation.Path]![operation.Method.Method.ToLowerInvariant()]!;
            var schema = path["requestBody"]!["content"]!["application/json"]!["schema"]!;
            if ((string?)schema["$ref"] is { } reference)
            {
                schema = description.SelectToken(reference[2..].Replace('/', '.'))!;
            }

            Assert.True(OperationBodies.IsList(operation.Id) == ((string?)schema["type"] == "array"), operation.Id);
        }
    }

    [Fact]
    public async Task A_member_that_is_named_twice_is_refused()
    {
        await using var world = await ToolWorld.StartAsync(WithTags);

        var error = await world.ErrorAsync(
            "pinterest_write_operation",
            """{"operation":"follow_user/update","parameters":{"username":"anna"},"body":{"auto_follow":true,"auto_follow":false}}"""
        );

        Assert.Contains("twice", (string?)error["whatHappened"], StringComparison.Ordinal);
    }

    [Fact]
    public void No_operation_about_tokens_is_in_reach() =>
        Assert.DoesNotContain(
            OperationIndex.Reachable,
            operation => operation.Path.Contains("oauth", StringComparison.Ordinal)
        );

    [Fact]
    public void A_null_within_a_body_is_part_of_what_is_approved()
    {
        var tool = new WriteOperationTool();

        var cleared = Call("""{"link":null,"title":"A"}""");
        var kept = Call("""{"title":"A"}""");

        Assert.NotEqual(cleared, kept);

        string Call(string body) =>
            tool.ToCall(
                Arguments.Of(tool, $$$"""{"operation":"pins/update","parameters":{"pin_id":"1"},"body":{{{body}}}}""")
            ).Arguments;
    }
}
