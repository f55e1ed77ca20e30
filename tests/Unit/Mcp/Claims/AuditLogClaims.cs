using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Claims;

/// <summary>What is written is read again, in order, and time never goes back.</summary>
public abstract class AuditLogClaims
{
    /// <summary>Makes an empty log.</summary>
    private protected abstract StoreWorld NewWorld();

    [StoreFact]
    public async Task An_entry_comes_back_with_number_time_and_hash()
    {
        using var log = NewWorld();
        var given = StoreWorld.Outcome() with
        {
            ApprovalId = "K7QXABCDEF",
            ApprovedBy = "page",
            ApprovedAt = log.Time.GetUtcNow(),
            ArgumentsHash = new string('a', 64),
            ErrorKind = "NotFound",
            RequestId = "r-1",
            IsCreation = true,
        };

        var written = await log.Log.WriteAsync(given, default);
        var read = Assert.Single(await log.NewLog().QueryAsync(new AuditFilter(), default));

        Assert.Equal(1, written.Number);
        Assert.Equal(log.Time.GetUtcNow(), written.At);
        Assert.Equal(AuditLink.Start.Hash, written.Previous);
        Assert.Equal(64, written.Hash!.Length);
        Assert.Equal(["7", "8"], read.Boards);
        Assert.Equal(["9"], read.Pins);
        Assert.Equal(12.346, read.Milliseconds);
        Assert.Equivalent(given with { Number = 1, At = written.At, Milliseconds = 12.346 }, Without(read));
        Assert.Equivalent(written, read);
    }

    [StoreFact]
    public async Task A_clock_that_jumps_back_stands_still_in_the_log()
    {
        using var log = NewWorld();
        var first = await log.Log.WriteAsync(StoreWorld.Intent(), default);

        // Another server, whose clock is an hour behind.
        var behind = log.NewLog(time: new BehindTime(log.Time, TimeSpan.FromHours(1)));
        var second = await behind.WriteAsync(StoreWorld.Outcome(), default);

        Assert.Equal(first.At, second.At);
        Assert.True((await log.Log.VerifyAsync(default)).IsWhole);
    }

    [StoreFact]
    public async Task Texts_are_kept_only_where_the_log_keeps_texts()
    {
        using var log = NewWorld();
        var entry = StoreWorld.Intent() with { Texts = "a title" };

        Assert.Null((await log.Log.WriteAsync(entry, default)).Texts);
        var keeping = log.NewLog(new AuditLogOptions { KeepsTexts = true });
        Assert.Equal("a title", (await keeping.WriteAsync(entry, default)).Texts);
    }

    [StoreFact]
    public async Task Texts_of_ten_megabytes_are_cut_and_their_tokens_taken_out()
    {
        using var log = NewWorld();
        var huge = "pina_ABCDEFGHIJKLMNOPQRST " + new string('x', 10 * 1024 * 1024);

        var server = log.NewLog(new AuditLogOptions { KeepsTexts = true });
        var written = await server.WriteAsync(
            StoreWorld.Intent(huge, huge) with
            {
                Tool = huge,
                Rule = huge,
                Sentence = huge,
                Texts = huge,
                Boards = [.. Enumerable.Repeat(huge, 1000)],
                Pins = [huge],
            },
            default
        );

        Assert.InRange(written.Texts!.Length, 60_000, 64 * 1024);
        Assert.Equal(2_000, written.Sentence.Length);
        Assert.Equal(256, written.Agent!.Length);
        Assert.All(written.Boards, board => Assert.InRange(board.Length, 1, 64));
        Assert.DoesNotContain("pina_", written.Sentence);
        Assert.DoesNotContain("pina_", written.Texts);
        Assert.True((await log.Log.VerifyAsync(default)).IsWhole);
    }

    [StoreFact]
    public async Task Number_and_hash_of_each_entry_are_told_to_the_logger()
    {
        using var log = NewWorld();
        var lines = new Lines();

        var entry = await log.NewLog(logger: lines).WriteAsync(StoreWorld.Intent(), default);

        Assert.Equal([$"Audit entry 1 has the hash {entry.Hash}."], lines.Written);
    }

    [StoreFact]
    public async Task A_head_that_cannot_be_written_is_told_and_the_entry_stands()
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(1);
        var lines = new Lines();
        var options = new AuditLogOptions { HeadFile = Path.Combine(log.Folder, "no", "such", "folder") };

        var entry = await log.NewLog(options, logger: lines).WriteAsync(StoreWorld.Intent(), default);

        Assert.Equal(3, entry.Number);
        Assert.Contains(lines.Written, line => line.Contains("could not be noted", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task Creations_of_a_day_count_what_was_or_may_have_been_made()
    {
        using var log = NewWorld();
        var now = await CreateAsync(log, "old", AuditOutcome.Done);
        log.Time.Advance(TimeSpan.FromHours(25));
        await CreateAsync(log, "done", AuditOutcome.Done);
        await CreateAsync(log, "unknown", AuditOutcome.Unknown);
        await CreateAsync(log, "crashed", outcome: null);
        await CreateAsync(log, "denied", AuditOutcome.Denied);
        await CreateAsync(log, "waiting", AuditOutcome.Waiting);
        await CreateAsync(log, "rehearsed", AuditOutcome.DryRun);
        await CreateAsync(log, "failed", AuditOutcome.Failed);
        await CreateAsync(log, "of another", AuditOutcome.Done, "other");
        var last = await CreateAsync(log, "this", outcome: null);

        Assert.Equal(3, await log.Log.CountCreationsAsync("blog-helper", last.Number, default));
        Assert.Equal(4, await log.Log.CountCreationsAsync("blog-helper", last.Number + 1, default));
        Assert.Equal(1, await log.Log.CountCreationsAsync("other", last.Number, default));
        Assert.Equal(0, await log.Log.CountCreationsAsync("blog-helper", now.Number, default));
    }

    [StoreFact]
    public async Task A_cancelled_wait_writes_nothing()
    {
        using var log = NewWorld();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            log.Log.WriteAsync(StoreWorld.Intent(), cancelled.Token)
        );

        Assert.Empty(await log.Log.QueryAsync(new AuditFilter(), default));
    }

    [StoreFact]
    public async Task Many_threads_of_several_servers_make_one_chain()
    {
        using var log = NewWorld();
        var servers = new[] { log.Log, log.NewLog(), log.NewLog() };

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 90),
            new ParallelOptions { MaxDegreeOfParallelism = 12 },
            async (i, cancellationToken) =>
                await servers[i % 3].WriteAsync(StoreWorld.Intent(call: $"c{i}"), cancellationToken)
        );

        var found = await log.NewLog().VerifyAsync(default);
        Assert.True(found.IsWhole, found.Message);
        Assert.Equal(90, found.Entries);
    }

    private static async Task<AuditEntry> CreateAsync(
        StoreWorld log,
        string call,
        AuditOutcome? outcome,
        string agent = "blog-helper"
    )
    {
        var intent = await log.Log.WriteAsync(StoreWorld.Intent(agent, call, isCreation: true), default);
        if (outcome is { } known)
        {
            await log.Log.WriteAsync(StoreWorld.Outcome(known, agent, call), default);
        }

        return intent;
    }

    private static AuditEntry Without(AuditEntry entry) => entry with { Previous = null, Hash = null };

    private sealed class BehindTime(TimeProvider time, TimeSpan behind) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() - behind;
    }

    private sealed class Lines : ILogger<StoredAuditLog>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}
