using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Claims;

/// <summary>Whoever changes the log by hand is found, and the first broken entry is named.</summary>
public abstract class TamperClaims
{
    /// <summary>Makes an empty log.</summary>
    private protected abstract StoreWorld NewWorld();

    public static TheoryData<string, string> Changes =>
        new()
        {
            { "account", "'other'" },
            { "agent", "NULL" },
            { "approval_id", "'ABCDEFGHJK'" },
            { "approved_at", "1" },
            { "approved_by", "'page'" },
            { "area", "'boards'" },
            { "arguments_hash", "'00'" },
            { "at", "at + 1" },
            { "at", "9223372036854775807" },
            { "boards", "'7  8'" },
            { "boards", "''" },
            { "boards", "'8 7'" },
            { "call_id", "'x'" },
            { "decision", "'denied'" },
            { "error_kind", "''" },
            { "is_creation", "1" },
            { "is_creation", "2" },
            { "milliseconds", "12.346000000000002" },
            { "milliseconds", "NULL" },
            { "operation", "'pins/delete'" },
            { "outcome", "'nothing known'" },
            { "pins", "NULL" },
            { "remaining", "98" },
            { "request_id", "'x'" },
            { "rule", "rule || ' '" },
            { "sentence", "replace(sentence, 'put', 'saw')" },
            { "session", "NULL" },
            { "stage", "'nothing known'" },
            { "texts", "'x'" },
            { "tool", "upper(tool)" },
            { "hash", "upper(hash)" },
        };

    [StoreTheory]
    [MemberData(nameof(Changes))]
    public async Task A_changed_column_is_found(string column, string value)
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(3);
        log.Tamper($"UPDATE audit SET {column} = {value} WHERE number = 4");

        var found = await log.NewLog().VerifyAsync(default);

        Assert.Equal(AuditProblem.Changed, found.Problem);
        Assert.Equal(4, found.Number);
        Assert.Equal(3, found.Last.Number);
        Assert.Contains("Entry 4", found.Message);
    }

    [StoreFact]
    public async Task A_change_with_a_new_hash_breaks_the_entry_after_it()
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(3);
        var entries = await log.Log.QueryAsync(new AuditFilter { OldestFirst = true, EveryEntry = true }, default);
        var forged = AuditRow.After(
            new AuditLink(3, entries[2].Hash!),
            entries[3] with
            {
                Agent = "other",
            },
            entries[3].At.ToUnixTimeMilliseconds()
        );
        log.Tamper($"UPDATE audit SET agent = 'other', hash = '{forged.Hash}' WHERE number = 4");

        var found = await log.NewLog().VerifyAsync(default);

        Assert.Equal((AuditProblem.OutOfOrder, 5), (found.Problem, found.Number));
    }

    [StoreTheory]
    [InlineData("DELETE FROM audit WHERE number = 3", AuditProblem.Missing, 4)]
    [InlineData("DELETE FROM audit WHERE number = 1", AuditProblem.Missing, 2)]
    [InlineData(
        "DELETE FROM audit WHERE number = 3; UPDATE audit SET number = number - 1 WHERE number > 3",
        AuditProblem.OutOfOrder,
        3
    )]
    [InlineData(
        """
            UPDATE audit SET number = -1 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4;
            UPDATE audit SET number = 4 WHERE number = -1
            """,
        AuditProblem.OutOfOrder,
        3
    )]
    [InlineData("DELETE FROM audit WHERE number >= 5", AuditProblem.CutOff, null)]
    [InlineData("DELETE FROM audit", AuditProblem.CutOff, null)]
    public async Task What_is_missing_or_swapped_is_found(string sql, AuditProblem problem, int? number)
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(3);
        log.Tamper(sql);

        var found = await log.NewLog().VerifyAsync(default);

        Assert.Equal(problem, found.Problem);
        Assert.Equal(number, found.Number);
        Assert.False(found.IsWhole);
    }

    [StoreFact]
    public async Task A_log_without_its_end_is_not_continued()
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(3);
        log.Tamper("DELETE FROM audit WHERE number >= 5");

        foreach (var server in new[] { log.Log, log.NewLog(), log.NewLog(new AuditLogOptions { HeadFile = log.Head }) })
        {
            var error = await Assert.ThrowsAsync<AuditStoreException>(() =>
                server.WriteAsync(StoreWorld.Intent(), default)
            );
            Assert.Contains("is not whole", error.Message);
        }
    }

    [StoreFact]
    public async Task A_log_that_was_written_anew_does_not_match_its_head()
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(3);
        var head = await File.ReadAllTextAsync(log.Head);
        log.Tamper("DELETE FROM audit");
        File.Delete(log.Head);
        var forger = log.NewLog();
        for (var i = 0; i < 6; i++)
        {
            await forger.WriteAsync(StoreWorld.Intent("other"), default);
        }

        await File.WriteAllTextAsync(log.Head, head);
        var found = await log.NewLog().VerifyAsync(default);

        Assert.Equal(AuditProblem.Replaced, found.Problem);
        Assert.Contains("entry 6", found.Message);
    }

    [StoreFact]
    public async Task A_missing_trigger_is_told_even_where_no_entry_changed()
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(1);
        log.RemoveTrigger();

        Assert.Equal(AuditProblem.Unprotected, (await log.Log.VerifyAsync(default)).Problem);
    }

    [StoreFact]
    public async Task A_whole_log_is_whole()
    {
        using var log = NewWorld();
        Assert.True((await log.Log.VerifyAsync(default)).IsWhole);

        await log.WriteCallsAsync(3);
        var found = await log.NewLog().VerifyAsync(default);

        Assert.True(found.IsWhole, found.Message);
        Assert.Equal(6, found.Entries);
        Assert.Equal($"6 {found.Last.Hash}\n", await File.ReadAllTextAsync(log.Head));
    }

    [StoreTheory]
    [InlineData("")]
    [InlineData("5 {0}\n")]
    public async Task A_head_that_lags_behind_is_no_break(string head)
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(3);
        var entries = await log.Log.QueryAsync(new AuditFilter(), default);
        var fifth = entries.Count > 0 ? await FifthAsync(log) : "";
        await File.WriteAllTextAsync(log.Head, head.Replace("{0}", fifth, StringComparison.Ordinal));

        Assert.True((await log.NewLog().VerifyAsync(default)).IsWhole);
        Assert.Equal(7, (await log.NewLog().WriteAsync(StoreWorld.Intent(), default)).Number);
        Assert.StartsWith("7 ", await File.ReadAllTextAsync(log.Head));
    }

    [StoreFact]
    public async Task A_damaged_head_stops_the_log_and_says_what_to_do()
    {
        using var log = NewWorld();
        await log.WriteCallsAsync(1);
        await File.WriteAllTextAsync(log.Head, "nonsense");

        var error = await Assert.ThrowsAsync<AuditStoreException>(() =>
            log.Log.WriteAsync(StoreWorld.Intent(), default)
        );

        Assert.Contains("'agents.head'", error.Message);
        Assert.Contains("log --verify", error.Message);
    }

    private static async Task<string> FifthAsync(StoreWorld log)
    {
        var filter = new AuditFilter { OldestFirst = true, EveryEntry = true };
        return (await log.Log.QueryAsync(filter, default))[4].Hash!;
    }
}
