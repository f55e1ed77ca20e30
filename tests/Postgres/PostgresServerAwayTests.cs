using System.Diagnostics;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage.Postgres;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests;

/// <summary>A server that is killed loses no acknowledged entry, and one that is away lets no call through.</summary>
public sealed class PostgresServerAwayTests : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly PostgresServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [StoreFact]
    public async Task A_server_that_is_killed_loses_no_acknowledged_entry()
    {
        const int Seed = 19;
        const int Rounds = 3;
        var random = new Random(Seed);
        var address = _server.AddressOf(await _server.NewDatabaseAsync());
        using var store = new PostgresStore(address);
        var log = new StoredAuditLog(store, new AuditLogOptions { HeadFile = "" });
        for (var round = 0; round < Rounds; round++)
        {
            long acknowledged = 0;
            var writing = Task.Run(async () =>
            {
                while (true)
                {
                    acknowledged = (await log.WriteAsync(StoreWorld.Intent(), default)).Number;
                }
            });
            await Task.Delay(random.Next(20, 300));
            _server.Kill();
            await Assert.ThrowsAsync<AuditStoreException>(() => writing.WaitAsync(Longest));

            await _server.StartAsync();
            var found = await log.VerifyAsync(default);
            Assert.True(found.IsWhole, found.Message);
            Assert.True(found.Entries >= acknowledged, $"{acknowledged} were acknowledged. {found.Message}");
        }

        Assert.True((await log.WriteAsync(StoreWorld.Intent(), default)).Number > Rounds);
    }

    [StoreFact]
    public async Task A_server_that_was_started_again_costs_no_call()
    {
        using var store = new PostgresStore(_server.AddressOf(await _server.NewDatabaseAsync()));
        var log = new StoredAuditLog(store, new AuditLogOptions { HeadFile = "" });
        await log.WriteAsync(StoreWorld.Intent(), default);
        await log.QueryAsync(new AuditFilter(), default);
        _server.Kill();
        await _server.StartAsync();

        Assert.Equal(2, (await log.WriteAsync(StoreWorld.Intent(), default)).Number);
        Assert.Equal(2, (await log.QueryAsync(new AuditFilter { EveryEntry = true }, default)).Count);
    }

    [StoreFact]
    public async Task A_server_that_is_killed_under_a_writer_that_waits_ends_the_wait()
    {
        var address = _server.AddressOf(await _server.NewDatabaseAsync());
        using var first = new PostgresStore(address);
        var patient = new PostgresStoreOptions { BusyTimeout = TimeSpan.FromSeconds(9) };
        using var second = new PostgresStore(address, patient);
        var entered = new TaskCompletionSource();
        using var leave = new ManualResetEventSlim();
        var holding = first.WriteAsync(
            _ =>
            {
                entered.SetResult();
                return leave.Wait(Longest);
            },
            default
        );
        await entered.Task;
        var waiting = new StoredAuditLog(second, new AuditLogOptions { HeadFile = "" }).WriteAsync(
            StoreWorld.Intent(),
            default
        );
        await UntilAsync(() =>
            _server.Count("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1
        );

        _server.Kill();

        await Assert.ThrowsAsync<AuditStoreException>(() => waiting.WaitAsync(Longest));
        leave.Set();
        await Assert.ThrowsAsync<AuditStoreException>(() => holding.WaitAsync(Longest));
    }

    [StoreFact]
    public async Task A_server_that_stands_still_ends_the_call_after_its_limit()
    {
        var options = new PostgresStoreOptions { StatementTimeout = TimeSpan.FromSeconds(1) };
        using var store = new PostgresStore(_server.AddressOf(await _server.NewDatabaseAsync()), options);
        var log = new StoredAuditLog(store, new AuditLogOptions { HeadFile = "" });
        await log.WriteAsync(StoreWorld.Intent(), default);
        _server.Freeze();
        try
        {
            var begin = Stopwatch.GetTimestamp();
            var error = await Assert.ThrowsAsync<AuditStoreException>(() =>
                log.WriteAsync(StoreWorld.Intent(), default).WaitAsync(Longest)
            );
            Assert.Contains("did not answer in time", error.Message);
            Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        }
        finally
        {
            _server.Thaw();
        }

        var found = await log.VerifyAsync(default);
        Assert.True(found.IsWhole, found.Message);
        Assert.True((await log.WriteAsync(StoreWorld.Intent(), default)).Number >= 2);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begin) < Longest, "It did not happen.");
            await Task.Delay(20);
        }
    }
}
