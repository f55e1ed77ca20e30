using System.Diagnostics;
using System.Globalization;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>
/// A large log answers at once. PINTEREST_AUDIT_ENTRIES=100000 makes it as large as the measure asks for; the figures are
/// printed, and only the way that they are reached is asserted, because a busy machine has no reliable times.
/// </summary>
public sealed class AuditSizeTests(ITestOutputHelper output)
{
    private const int UsualEntries = 4_000;
    private const int Agents = 10;

    private static readonly int Entries = int.Parse(
        Environment.GetEnvironmentVariable("PINTEREST_AUDIT_ENTRIES") ?? $"{UsualEntries}",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task The_newest_of_one_agent_are_found_by_an_index()
    {
        using var log = new StoredLog();
        await FillAsync(log);
        await MeasureAsync(log, "100 of one agent", new AuditFilter { Agent = "agent-3" }, 100);
        await MeasureAsync(log, "1,000 of one agent", new AuditFilter { Agent = "agent-3", Limit = 1000 }, null);
        await MeasureAsync(log, "of an agent without entries", new AuditFilter { Agent = "nobody" }, 0);
        await MeasureAsync(log, "denied, of which there are none", new AuditFilter { Decision = "denied" }, 0);
        await MeasureAsync(log, "a text that is nowhere", new AuditFilter { Text = "zebra" }, 0);
        var watch = Stopwatch.StartNew();
        Assert.True((await log.Log.VerifyAsync(default)).IsWhole);
        Print("verify", watch);

        var plan = await log.Store.ReadAsync(
            transaction =>
            {
                using var command = transaction.Command(
                    "EXPLAIN QUERY PLAN SELECT * FROM audit a WHERE a.agent = 'x' ORDER BY a.number DESC LIMIT 100"
                );
                using var reader = command.ExecuteReader();
                reader.Read();
                return reader.GetString(3);
            },
            default
        );
        Assert.Contains("audit_by_agent", plan);
    }

    [Theory]
    [InlineData(StoreSafety.Full)]
    [InlineData(StoreSafety.Normal)]
    public async Task An_entry_costs_this_much(StoreSafety safety)
    {
        const int Count = 200;
        using var log = new StoredLog();
        using var store = new AgentStore(log.Path, new AgentStoreOptions { Safety = safety });
        var audit = new SqliteAuditLog(store);
        var times = new List<double>();
        for (var i = 0; i < Count; i++)
        {
            var watch = Stopwatch.StartNew();
            await audit.WriteAsync(StoredLog.Intent(call: $"c{i}"), default);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{safety}: p50 {times[Count / 2]:F2} ms, p95 {times[Count * 95 / 100]:F2} ms an entry"
            )
        );
    }

    private async Task MeasureAsync(StoredLog log, string what, AuditFilter filter, int? count)
    {
        var watch = Stopwatch.StartNew();
        var entries = await log.Log.QueryAsync(filter, default);
        Print($"{what} ({entries.Count} entries)", watch);
        if (count is { } expected)
        {
            Assert.Equal(expected, entries.Count);
        }
    }

    private void Print(string what, Stopwatch watch) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Entries:N0} entries, {what}: {watch.Elapsed.TotalMilliseconds:F1} ms"
            )
        );

    // All in one transaction, with the rows that the log itself would make.
    private static async Task FillAsync(StoredLog log)
    {
        await log.Store.WriteAsync(
            transaction =>
            {
                var last = AuditLink.Start;
                for (var i = 0; i < Entries; i++)
                {
                    var call = i / 2;
                    var agent = $"agent-{call % Agents}";
                    var entry = i % 2 == 0 ? StoredLog.Intent(agent, $"c{call}") : Outcome(agent, call);
                    var row = AuditRow.After(last, entry, 1_795_000_000_000 + i);
                    using var insert = transaction.Command(AuditRow.Insert);
                    row.Bind(insert);
                    insert.ExecuteNonQuery();
                    last = new AuditLink(row.Number, row.Hash);
                }

                return last;
            },
            default
        );
    }

    private static AuditEntry Outcome(string agent, int call) =>
        StoredLog.Outcome(AuditOutcome.Done, agent, $"c{call}");
}
