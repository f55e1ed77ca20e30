using System.Diagnostics;
using System.Globalization;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>What the child process of a test does: it writes calls into a log, and says what it has written.</summary>
internal static class StoreProcess
{
    /// <summary>What the program of the tests is told to become this process.</summary>
    public const string Verb = "write-log";

    /// <summary>Writes calls, and prints the number of each entry once it is written.</summary>
    public static async Task RunAsync(StoredAuditLog log, string agent, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var entry = new AuditEntry
            {
                CallId = string.Create(CultureInfo.InvariantCulture, $"{agent}-{i}"),
                Stage = AuditStage.Intent,
                Agent = agent,
                Tool = "pinterest_create_pin",
                Sentence = AuditSentence.Intent(agent, "put a Pin on a board"),
            };
            await SayAsync(await log.WriteAsync(entry, CancellationToken.None));
            await SayAsync(
                await log.WriteAsync(
                    entry with
                    {
                        Stage = AuditStage.Outcome,
                        Outcome = AuditOutcome.Done,
                    },
                    CancellationToken.None
                )
            );
        }
    }

    /// <summary>Starts such a process.</summary>
    /// <param name="store">What names the store to the process.</param>
    /// <param name="agent">The agent of the calls.</param>
    /// <param name="calls">How many calls it writes.</param>
    public static Process Start(string store, string agent, int calls) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(StoreProcess).Assembly.Location,
                    Verb,
                    store,
                    agent,
                    calls.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;

    private static Task SayAsync(AuditEntry entry) =>
        Console.Out.WriteLineAsync(entry.Number.ToString(CultureInfo.InvariantCulture));
}
