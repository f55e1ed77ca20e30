using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Claims;

/// <summary>The log is filtered by agent, area, decision, outcome, time and text; each call is one line.</summary>
public abstract class AuditQueryClaims : IAsyncLifetime, IDisposable
{
    private readonly StoreWorld _log;

    private protected AuditQueryClaims(StoreWorld world) => _log = world;

    public async Task InitializeAsync()
    {
        await WriteAsync("blog-helper", "1", AuditOutcome.Done);
        await WriteAsync("reporter", "2", AuditOutcome.Denied);
        await WriteAsync("blog-helper", "3", outcome: null);
        await WriteAsync("blog-helper", "4", AuditOutcome.Unknown);
        await _log.Log.WriteAsync(
            StoreWorld.Intent(call: "5") with
            {
                Stage = AuditStage.Change,
                Agent = null,
                Area = null,
                Sentence = AuditSentence.Change("gave 100% of_pins to blog-helper"),
            },
            default
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _log.Dispose();
        GC.SuppressFinalize(this);
    }

    [StoreFact]
    public async Task Each_call_is_one_entry_the_newest_first() =>
        Assert.Equal(["5", "4", "3", "2", "1"], await CallsAsync(new AuditFilter()));

    [StoreFact]
    public async Task Every_entry_is_given_on_demand_the_oldest_first() =>
        Assert.Equal(
            ["1", "1", "2", "2", "3", "4", "4", "5"],
            await CallsAsync(new AuditFilter { EveryEntry = true, OldestFirst = true })
        );

    [StoreFact]
    public async Task An_intent_without_an_outcome_says_look()
    {
        var all = await _log.Log.QueryAsync(new AuditFilter(), default);
        var open = all.Single(entry => entry.CallId == "3");

        Assert.Equal(AuditOutcome.Unknown, open.Outcome);
        Assert.Equal(
            "blog-helper asked for a call that would have put a Pin on the board \"Kitchens\". Outcome unknown: look.",
            open.Sentence
        );
    }

    [StoreFact]
    public async Task Filters_narrow()
    {
        Assert.Equal(["2"], await CallsAsync(new AuditFilter { Agent = "reporter" }));
        Assert.Equal([], await CallsAsync(new AuditFilter { Agent = "Reporter" }));
        Assert.Equal(["4", "3", "2", "1"], await CallsAsync(new AuditFilter { Area = "PINS" }));
        Assert.Equal(["2"], await CallsAsync(new AuditFilter { Decision = "denied" }));
        Assert.Equal(["4", "3"], await CallsAsync(new AuditFilter { Outcome = AuditOutcome.Unknown }));
        Assert.Equal(["1"], await CallsAsync(new AuditFilter { Outcome = AuditOutcome.Done }));
        Assert.Equal(["5"], await CallsAsync(new AuditFilter { Text = "GAVE 100% of_" }));
        Assert.Equal([], await CallsAsync(new AuditFilter { Text = "gave 1_0%" }));
        Assert.Equal([], await CallsAsync(new AuditFilter { Text = "' OR 1=1 --" }));
    }

    [StoreFact]
    public async Task Time_is_from_including_and_to_excluding()
    {
        var start = new DateTimeOffset(2026, 11, 26, 20, 59, 0, TimeSpan.Zero);

        Assert.Equal(["2"], await CallsAsync(new AuditFilter { From = start.AddMinutes(1), To = start.AddMinutes(2) }));
        Assert.Equal(["1"], await CallsAsync(new AuditFilter { To = start.AddMinutes(1) }));
    }

    [StoreFact]
    public async Task Pages_go_on_before_and_after_a_number()
    {
        var page = await _log.Log.QueryAsync(new AuditFilter { Limit = 2 }, default);
        Assert.Equal(["5", "4"], page.Select(entry => entry.CallId));
        Assert.Equal(["3", "2"], await CallsAsync(new AuditFilter { Limit = 2, Before = page[^1].Number }));
        Assert.Equal(["5"], await CallsAsync(new AuditFilter { After = page[^1].Number }));
    }

    [StoreFact]
    public async Task Days_count_the_calls_that_were_decided()
    {
        _log.Time.Advance(TimeSpan.FromDays(1));
        await WriteAsync("blog-helper", "6", AuditOutcome.Done);

        var days = await _log.Log.CountByDayAsync(new AuditFilter(), default);

        AuditDay[] expected =
        [
            new(new DateOnly(2026, 11, 26), Allowed: 2, Asked: 0, Denied: 1),
            new(new DateOnly(2026, 11, 27), Allowed: 1, Asked: 0, Denied: 0),
        ];
        Assert.Equal(expected, days);
        Assert.Equal(expected[1..], await _log.Log.CountByDayAsync(new AuditFilter { Limit = 1 }, default));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public Task A_limit_has_a_limit(int limit) =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => CallsAsync(new AuditFilter { Limit = limit }));

    private async Task<IEnumerable<string>> CallsAsync(AuditFilter filter) =>
        [.. (await _log.Log.QueryAsync(filter, default)).Select(entry => entry.CallId)];

    private async Task WriteAsync(string agent, string call, AuditOutcome? outcome)
    {
        await _log.Log.WriteAsync(StoreWorld.Intent(agent, call), default);
        if (outcome is { } known)
        {
            await _log.Log.WriteAsync(StoreWorld.Outcome(known, agent, call), default);
        }

        _log.Time.Advance(TimeSpan.FromMinutes(1));
    }
}
