using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage.Postgres;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests;

/// <summary>Entries are only ever added: the rights refuse the writer, and triggers refuse everybody.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresRightsTests(PostgresServer server)
{
    private const string NoRight = "42501";
    private const string Refused = "23001";

    public static TheoryData<string> Changes =>
        [
            "UPDATE audit SET agent = 'x' WHERE number = 1",
            "DELETE FROM audit",
            "DELETE FROM audit WHERE number = 2",
            "TRUNCATE audit",
            "INSERT INTO audit SELECT * FROM audit WHERE number = 1 ON CONFLICT (number) DO UPDATE SET agent = 'x'",
        ];

    public static TheoryData<string> Administration =>
        [
            "ALTER TABLE audit DISABLE TRIGGER ALL",
            "DROP TRIGGER audit_is_not_updated ON audit",
            "DROP TABLE audit CASCADE",
            "CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TABLE other (a int)",
            "UPDATE schema_version SET version = 2",
            "UPDATE meta SET value = ''",
            "UPDATE approvals SET hash = ''",
            "UPDATE approvals SET ends_at = ends_at + 1",
            "SET ROLE pinterest_mcp_owner",
        ];

    [StoreTheory]
    [MemberData(nameof(Changes))]
    [MemberData(nameof(Administration))]
    public async Task The_writer_may_not_change_what_is_written(string sql)
    {
        using var log = new PostgresWorld(server);
        await log.WriteCallsAsync(1);

        var error = Assert.Throws<PostgresException>(() => server.Edit(log.Database, sql, PostgresServer.Writer));

        Assert.Equal(NoRight, error.SqlState);
        Assert.True((await log.Log.VerifyAsync(default)).IsWhole);
    }

    [StoreTheory]
    [MemberData(nameof(Changes))]
    public async Task Triggers_refuse_the_owner_and_the_administrator(string sql)
    {
        using var log = new PostgresWorld(server);
        await log.WriteCallsAsync(1);
        var ways = new[] { "SET ROLE pinterest_mcp_owner", "SELECT 1", "SET session_replication_role = replica" };

        foreach (var way in ways)
        {
            // One that is there already has no gap, so the second trigger does not see it first.
            var error = Assert.Throws<PostgresException>(() => log.Edit($"{way}; {sql}"));
            Assert.Equal(Refused, error.SqlState);
        }

        Assert.True((await log.Log.VerifyAsync(default)).IsWhole);
    }

    [StoreTheory]
    [InlineData(9)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task An_entry_that_leaves_a_gap_is_refused(int number)
    {
        using var log = new PostgresWorld(server);
        await log.WriteCallsAsync(1);

        var error = Assert.Throws<PostgresException>(() =>
            server.Edit(
                log.Database,
                "INSERT INTO audit (number, at, call_id, stage, tool, is_creation, sentence, previous, hash) "
                    + $"VALUES ({number}, 1, '', '', '', 0, '', '', '')",
                PostgresServer.Writer
            )
        );

        Assert.Equal(Refused, error.SqlState);
    }

    [StoreTheory]
    [InlineData("ALTER TABLE audit DISABLE TRIGGER audit_is_not_deleted")]
    [InlineData("ALTER TABLE audit ENABLE TRIGGER audit_is_not_deleted")]
    [InlineData("DROP TRIGGER audit_is_not_truncated ON audit")]
    [InlineData(
        "CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
    )]
    [InlineData(
        """
            DROP TRIGGER audit_is_not_updated ON audit;
            CREATE TRIGGER audit_is_not_updated BEFORE UPDATE ON audit FOR EACH ROW WHEN (false)
                EXECUTE FUNCTION audit_refuses();
            ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_not_updated
            """
    )]
    public async Task A_trigger_that_no_longer_protects_is_told(string sql)
    {
        using var log = new PostgresWorld(server);
        await log.WriteCallsAsync(1);
        log.Edit(sql);

        Assert.Equal(AuditProblem.Unprotected, (await log.Log.VerifyAsync(default)).Problem);
    }

    [StoreFact]
    public async Task A_role_that_may_change_entries_is_not_written_with_and_may_verify()
    {
        using var log = new PostgresWorld(server);
        await log.WriteCallsAsync(1);
        using var store = new PostgresStore(server.AdministratorOf(log.Database));
        var audit = new StoredAuditLog(store, new AuditLogOptions { HeadFile = log.Head });

        var error = await Assert.ThrowsAsync<AuditStoreException>(() => audit.WriteAsync(StoreWorld.Intent(), default));

        Assert.Contains("may change or delete entries", error.Message);
        Assert.True((await audit.VerifyAsync(default)).IsWhole);
    }
}
