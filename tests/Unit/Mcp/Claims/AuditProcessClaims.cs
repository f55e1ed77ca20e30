using System.Diagnostics;
using System.Globalization;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Claims;

/// <summary>Several processes write one log, and one that is killed loses nothing that it was told was written.</summary>
public abstract class AuditProcessClaims
{
    /// <summary>Makes an empty log.</summary>
    private protected abstract StoreWorld NewWorld();

    private const int Forever = 1_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [StoreFact]
    public async Task Four_processes_write_one_chain()
    {
        const int Calls = 25;
        using var log = NewWorld();
        var children = Enumerable.Range(0, 4).Select(i => log.StartWriter($"agent-{i}", Calls)).ToList();

        foreach (var child in children)
        {
            using (child)
            {
                var errors = child.StandardError.ReadToEndAsync();
                await child.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
                await child.WaitForExitAsync().WaitAsync(Limit);
                Assert.True(child.ExitCode == 0, await errors);
            }
        }

        var found = await log.Log.VerifyAsync(default);
        Assert.True(found.IsWhole, found.Message);
        Assert.Equal(4 * Calls * 2, found.Entries);
        for (var i = 0; i < 4; i++)
        {
            var calls = await log.Log.QueryAsync(new AuditFilter { Agent = $"agent-{i}" }, default);
            Assert.Equal(Calls, calls.Count);
        }
    }

    [StoreFact]
    public async Task A_process_that_is_killed_at_any_moment_loses_no_acknowledged_entry()
    {
        const int Seed = 18;
        const int Rounds = 6;
        const int MostEntries = 60;
        var random = new Random(Seed);
        using var log = NewWorld();
        for (var round = 0; round < Rounds; round++)
        {
            using var child = log.StartWriter($"agent-{round}", Forever);
            var acknowledged = await KillAfterAsync(child, random.Next(1, MostEntries));

            var found = await log.NewLog().VerifyAsync(default);
            Assert.True(found.IsWhole, found.Message);
            Assert.True(found.Entries >= acknowledged, $"{acknowledged} were acknowledged. {found.Message}");
            await NoOutcomeWithoutIntentAsync(log, $"agent-{round}");
        }

        // And the log goes on.
        Assert.True((await log.Log.WriteAsync(StoreWorld.Intent(), default)).Number > Rounds);
    }

    private static async Task<long> KillAfterAsync(Process child, int entries)
    {
        long last = 0;
        var killed = false;
        for (var count = 0; await child.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line; count++)
        {
            last = long.Parse(line, CultureInfo.InvariantCulture);
            if (count >= entries && !killed)
            {
                killed = true;
                child.Kill();
            }
        }

        await child.WaitForExitAsync().WaitAsync(Limit);
        Assert.True(killed, await child.StandardError.ReadToEndAsync());
        return last;
    }

    private static async Task NoOutcomeWithoutIntentAsync(StoreWorld log, string agent)
    {
        var filter = new AuditFilter
        {
            Agent = agent,
            EveryEntry = true,
            Limit = AuditFilter.MaxLimit,
        };
        var entries = await log.Log.QueryAsync(filter, default);
        var intents = entries
            .Where(entry => entry.Stage == AuditStage.Intent)
            .Select(entry => entry.CallId)
            .ToHashSet();
        Assert.NotEmpty(intents);
        Assert.All(entries, entry => Assert.Contains(entry.CallId, intents));
    }
}
