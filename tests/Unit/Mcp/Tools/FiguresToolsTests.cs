using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

public sealed class FiguresToolsTests
{
    [Fact]
    public async Task The_status_says_who_the_account_is_and_what_the_agent_may_do()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Areas = new Dictionary<Area, AreaAccess> { [Area.Status] = AreaAccess.Read },
            }
        );

        var status = await world.DataAsync("pinterest_status");

        Assert.NotNull((string?)status["account"]!["username"]);
        Assert.Equal("read", (string?)status["rights"]!["areas"]!["status"]);
        Assert.Equal("off", (string?)status["rights"]!["areas"]!["ads"]);
        Assert.DoesNotContain(world.Sandbox.AccessToken, status.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_the_account_and_of_Pins_are_added_up()
    {
        await using var world = await ToolWorld.StartAsync(
            sandbox: new SandboxOptions { Content = new SandboxContent() }
        );
        var pins = await world.DataAsync("pinterest_list_pins", """{"limit":2}""");
        var first = (string?)pins["items"]![0]!["id"];
        var second = (string?)pins["items"]![1]!["id"];

        var account = await world.DataAsync("pinterest_account_analytics", """{"daily":true}""");
        var one = await world.DataAsync("pinterest_pin_analytics", $$"""{"pin_ids":["{{first}}"],"daily":true}""");
        var two = await world.DataAsync("pinterest_pin_analytics", $$"""{"pin_ids":["{{first}}","{{second}}"]}""");
        var top = await world.DataAsync("pinterest_top_pins", """{"limit":3}""");

        Assert.Equal(30, account["figures"]!["days"]!.AsArray().Count);
        Assert.NotNull(account["figures"]!["sums"]!["IMPRESSION"]);
        Assert.NotEmpty(one["items"]![0]!["days"]!.AsArray());
        Assert.Equal(2, two["items"]!.AsArray().Count);
        Assert.InRange(top["items"]!.AsArray().Count, 1, 3);
    }

    [Fact]
    public async Task A_range_that_is_reversed_or_too_long_ago_is_refused()
    {
        await using var world = await ToolWorld.StartAsync();

        var reversed = await world.ErrorAsync(
            "pinterest_account_analytics",
            """{"start_date":"2026-02-02","end_date":"2026-02-01"}"""
        );
        var old = await world.ErrorAsync(
            "pinterest_account_analytics",
            """{"start_date":"2016-02-02","end_date":"2016-02-03"}"""
        );

        Assert.Equal("ArgumentsWrong", (string?)reversed["kind"]);
        Assert.Equal("ArgumentsWrong", (string?)old["kind"]);
    }

    [Fact]
    public async Task What_is_new_is_told_once_from_a_checkpoint_on()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();
        var begun = await world.DataAsync("pinterest_whats_new", """{"since":"2020-01-01"}""");
        await world.PinAsync(board, "First");
        await world.PinAsync(board, "Second");

        var told = await NextAsync(world, begun, "\"limit\":1,");
        var rest = await NextAsync(world, told);
        var nothing = await NextAsync(world, rest);

        Assert.Empty(begun["items"]!.AsArray());
        Assert.Equal(1, (int)told["more"]!);
        Assert.Single(rest["items"]!.AsArray());
        Assert.NotEqual((string?)told["items"]![0]!["id"], (string?)rest["items"]![0]!["id"]);
        Assert.Empty(nothing["items"]!.AsArray());
    }

    [Fact]
    public async Task A_checkpoint_of_another_board_is_refused()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();
        var begun = await world.DataAsync("pinterest_whats_new");

        var error = await world.ErrorAsync(
            "pinterest_whats_new",
            $$"""{"board_id":"{{board}}","checkpoint":"{{(string?)begun["checkpoint"]}}"}"""
        );

        Assert.Equal("ArgumentsWrong", (string?)error["kind"]);
    }

    [Fact]
    public async Task Ads_are_read()
    {
        await using var world = await ToolWorld.StartAsync();

        var accounts = await world.DataAsync("pinterest_list_ad_accounts");
        await world.DataAsync("pinterest_list_campaigns", """{"ad_account_id":"549755885175"}""");
        await world.DataAsync(
            "pinterest_keyword_metrics",
            """{"ad_account_id":"549755885175","country_code":"US","keywords":["kitchen"]}"""
        );
        var trends = await world.DataAsync("pinterest_trends", """{"region":"GB+IE"}""");
        var report = await world.DataAsync("pinterest_start_ads_report", """{"ad_account_id":"549755885175"}""");
        var read = await world.DataAsync(
            "pinterest_get_ads_report",
            $$"""{"ad_account_id":"549755885175","token":"{{(string?)report["token"]}}"}"""
        );

        Assert.NotNull(accounts["items"]);
        Assert.NotNull(trends["items"]);
        Assert.NotNull((string?)report["token"]);
        Assert.NotNull((string?)read["report_status"]);
    }

    private static Task<JsonObject> NextAsync(ToolWorld world, JsonObject before, string more = "") =>
        world.DataAsync("pinterest_whats_new", $$"""{{{more}}"checkpoint":"{{(string?)before["checkpoint"]}}"}""");
}
