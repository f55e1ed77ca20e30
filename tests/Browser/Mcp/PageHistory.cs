using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Browser.Mcp;

/// <summary>What agents did in the last weeks, for a log that looks like one.</summary>
internal static class PageHistory
{
    private const int Days = 30;

    /// <summary>Writes it, day by day up to yesterday.</summary>
    public static async Task WriteAsync(string file)
    {
        var clock = new Clock { Now = TimeProvider.System.GetUtcNow().AddDays(-Days) };
        using var store = new AgentStore(file, time: clock);
        var log = new SqliteAuditLog(store);
        for (var day = 0; day < Days; day++)
        {
            for (var call = 0; call < (day * 7 + 3) % 11; call++)
            {
                clock.Now += TimeSpan.FromMinutes(11);
                await log.WriteAsync(Entry(day, call), default);
            }

            clock.Now = TimeProvider.System.GetUtcNow().AddDays(day + 1 - Days).AddHours(-2);
        }
    }

    private static AuditEntry Entry(int day, int call)
    {
        var kind = (day + call) % 5;
        var agent = call % 3 == 0 ? "weekly-report" : PageServer.Agent;
        var (decision, outcome) = kind switch
        {
            0 => ("denied", AuditOutcome.Denied),
            1 => ("ask", AuditOutcome.Done),
            _ => ("allowed", AuditOutcome.Done),
        };
        var action =
            kind == 1 ? "put a Pin on the board \"Kitchens\", linking to shop.example.com" : "listed the boards";
        return new AuditEntry
        {
            CallId = $"{day}-{call}",
            Stage = AuditStage.Outcome,
            Agent = agent,
            Tool = kind == 1 ? "pinterest_create_pin" : "pinterest_list_boards",
            Area = kind == 1 ? "pins" : "boards",
            Decision = decision,
            Outcome = outcome,
            Sentence = AuditSentence.Of(agent, action, outcome),
        };
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
