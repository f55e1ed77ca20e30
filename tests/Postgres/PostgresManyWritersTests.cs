using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests;

/// <summary>Machines that write at once write one chain, and one of them gets an approval.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresManyWritersTests(PostgresServer server)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [StoreFact]
    public async Task Eight_writers_on_connections_of_their_own_write_one_chain()
    {
        const int Writers = 8;
        const int Entries = 50;
        using var world = new PostgresWorld(server);
        var logs = Enumerable.Range(0, Writers).Select(_ => world.NewLog()).ToList();

        await Task.WhenAll(
            logs.Select(
                (log, writer) =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < Entries; i++)
                        {
                            await log.WriteAsync(StoreWorld.Intent($"agent-{writer}", $"{writer}-{i}"), default);
                        }
                    })
            )
        );

        var found = await world.Log.VerifyAsync(default);
        Assert.True(found.IsWhole, found.Message);
        Assert.Equal(Writers * Entries, found.Entries);
        foreach (var writer in Enumerable.Range(0, Writers))
        {
            var filter = new AuditFilter
            {
                Agent = $"agent-{writer}",
                EveryEntry = true,
                OldestFirst = true,
            };
            var calls = await world.Log.QueryAsync(filter, default);
            Assert.Equal(
                Enumerable.Range(0, Entries).Select(i => $"{writer}-{i}"),
                calls.Select(entry => entry.CallId)
            );
        }
    }

    [StoreFact]
    public async Task Of_two_processes_that_race_for_one_approval_one_gets_it()
    {
        const string Agent = "blog-helper";
        const int Rounds = 3;
        using var world = new PostgresWorld(server);

        // The processes have the clock of the server, so what asks must have it, too.
        using var asking = new OtherMachine(OtherMachine.Place(world.Address, world.Head));
        for (var round = 0; round < Rounds; round++)
        {
            var approvals = asking.Approvals;
            var call = StoreWorld.Call($$"""{"round":{{round}}}""");
            var asked = await approvals.AskAsync(Agent, OtherMachine.Account, call, default);
            await approvals.ApproveAsync(asked.Id, "page", default);
            var place = OtherMachine.Place(world.Address, world.Head);
            using var first = OtherMachine.Start(place, Agent, asked.Hash);
            using var second = OtherMachine.Start(place, Agent, asked.Hash);
            foreach (var racer in new[] { first, second })
            {
                Assert.Equal(OtherMachine.Ready, await racer.StandardOutput.ReadLineAsync().WaitAsync(Longest));
            }

            await first.StandardInput.WriteLineAsync("go");
            await second.StandardInput.WriteLineAsync("go");

            string?[] answers =
            [
                await first.StandardOutput.ReadLineAsync().WaitAsync(Longest),
                await second.StandardOutput.ReadLineAsync().WaitAsync(Longest),
            ];
            Assert.Equal(["no", "yes"], answers.Order(StringComparer.Ordinal));
            await Task.WhenAll(first.WaitForExitAsync(), second.WaitForExitAsync()).WaitAsync(Longest);
            Assert.Equal(ApprovalState.Used, (await approvals.FindAsync(asked.Id, default))!.State);
        }

        var uses = await asking.Log.QueryAsync(new AuditFilter { Text = "was used up" }, default);
        Assert.Equal(Rounds, uses.Count);
        Assert.True((await asking.Log.VerifyAsync(default)).IsWhole);
    }
}
