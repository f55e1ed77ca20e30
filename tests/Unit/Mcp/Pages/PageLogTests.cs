using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Pages;

/// <summary>The person finds in the log what agents did, sees it by day, and checks that it is whole.</summary>
public sealed class PageLogTests : IAsyncLifetime
{
    private PageWorld _world = null!;

    public async Task InitializeAsync() => _world = await PageWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("", new[] { "one", "two", "three" })]
    [InlineData("?text=LAMPS", new[] { "two" })]
    [InlineData("?text=%25", new string[0])]
    [InlineData("?agent=three", new[] { "three" })]
    [InlineData("?area=boards", new[] { "one" })]
    [InlineData("?decision=denied", new[] { "two" })]
    [InlineData("?from=2026-11-27&to=2026-11-27", new[] { "two" })]
    [InlineData("?from=2026-11-28", new[] { "three" })]
    [InlineData("?to=2026-11-26", new[] { "one" })]
    [InlineData(
        "?from=nonsense&area=everything&decision=x&before=y&agent=%3Cscript%3E",
        new[] { "one", "two", "three" }
    )]
    public async Task The_log_is_searched(string query, string[] expected)
    {
        await WriteAsync("one", "boards", "allowed", "chairs");
        _world.Stored.Time.Advance(TimeSpan.FromDays(1));
        await WriteAsync("two", "pins", "denied", "lamps");
        _world.Stored.Time.Advance(TimeSpan.FromDays(1));
        await WriteAsync("three", "pins", "ask", "tables");
        var client = await _world.SignInAsync();
        var text = await client.TextAsync(query);

        foreach (var agent in new[] { "one", "two", "three" })
        {
            Assert.Equal(expected.Contains(agent), text.Contains($"{agent} looked at", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Older_entries_stand_on_further_pages()
    {
        for (var i = 1; i <= 120; i++)
        {
            await WriteAsync("one", "pins", "allowed", $"chair {i:D3}");
        }

        var client = await _world.SignInAsync();
        var first = await client.PageAsync("?agent=one");
        var second = await client.PageAsync("?agent=one&before=71");
        var last = await client.PageAsync("?agent=one&before=21");

        Assert.Contains("chair 120", first, StringComparison.Ordinal);
        Assert.Contains("chair 071", first, StringComparison.Ordinal);
        Assert.DoesNotContain("chair 070", first, StringComparison.Ordinal);
        Assert.Contains("agent=one&amp;", first, StringComparison.Ordinal);
        Assert.Contains("before=71#log", first, StringComparison.Ordinal);
        Assert.Contains("chair 070", second, StringComparison.Ordinal);
        Assert.DoesNotContain("chair 020", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Older entries", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_counts_by_day_and_a_table_says_the_same()
    {
        await WriteAsync("one", "pins", "denied", "long ago");
        _world.Stored.Time.Advance(TimeSpan.FromDays(40));
        await WriteAsync("one", "pins", "allowed", "chairs");
        await WriteAsync("one", "pins", "allowed", "lamps");
        await WriteAsync("two", "pins", "ask", "tables");
        _world.Stored.Time.Advance(TimeSpan.FromDays(1));
        await WriteAsync("two", "pins", "denied", "floors");
        var client = await _world.SignInAsync();
        var text = await client.TextAsync();
        var page = await client.PageAsync();
        var ofTwo = await client.TextAsync("?agent=two");

        Assert.Contains("(UTC): 2 allowed, 1 asked, 1 denied", text, StringComparison.Ordinal);
        Assert.Contains("2027-01-05: 2 allowed, 1 asked, 0 denied", text, StringComparison.Ordinal);
        Assert.Contains("2027-01-06: 0 allowed, 0 asked, 1 denied", text, StringComparison.Ordinal);
        Assert.Contains("2027-01-05210", text, StringComparison.Ordinal);
        Assert.Contains("(UTC): 0 allowed, 1 asked, 1 denied", ofTwo, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("<rect class=").Length - 1);
        Assert.Equal(30, page.Split("<g><title>").Length - 1);
    }

    [Fact]
    public async Task The_check_says_that_the_log_is_whole_or_where_it_is_broken()
    {
        await _world.Stored.WriteCallsAsync(3);
        var client = await _world.SignInAsync();
        var whole = await client.SendAsync("verify", []);
        _world.Stored.Tamper("UPDATE audit SET sentence = 'nothing' WHERE number = 4");
        var broken = await client.SendAsync("verify", []);

        Assert.Contains("The log is whole: 6 entries", whole, StringComparison.Ordinal);
        Assert.Contains("The log is broken: Entry 4 was changed", broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_somebody_put_into_the_file_is_never_markup()
    {
        await _world.Stored.WriteCallsAsync(1);
        _world.Stored.Tamper("UPDATE audit SET sentence = '<script>alert(1)</script>', decision = '\"><i>'");
        var page = await (await _world.SignInAsync()).PageAsync();

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><i>", page, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string agent, string area, string decision, string what)
    {
        var outcome = decision switch
        {
            "denied" => AuditOutcome.Denied,
            "ask" => AuditOutcome.Waiting,
            _ => AuditOutcome.Done,
        };
        var entry = StoredLog.Outcome(outcome, agent, $"{agent}-{what}");
        await _world.Stored.Log.WriteAsync(
            entry with
            {
                Area = area,
                Decision = decision,
                Sentence = $"{agent} looked at {what}.",
            },
            default
        );
    }
}
