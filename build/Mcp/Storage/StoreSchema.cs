using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>The tables of the file, and how an older file becomes a newer one.</summary>
internal static class StoreSchema
{
    /// <summary>The triggers that let entries only be added.</summary>
    public static readonly string[] Triggers = ["audit_is_not_updated", "audit_is_not_deleted", "audit_has_no_gap"];

    // "PtMc" in the header of the file says whose it is.
    private const int ApplicationId = 0x5074_4D63;

    // INSERT OR REPLACE deletes without a delete trigger; only the check of the number stops it. RAISE needs a literal.
    private const string First = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE audit (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            call_id TEXT NOT NULL,
            stage TEXT NOT NULL,
            agent TEXT,
            session TEXT,
            account TEXT,
            tool TEXT NOT NULL,
            operation TEXT,
            area TEXT,
            decision TEXT,
            rule TEXT,
            approval_id TEXT,
            approved_by TEXT,
            approved_at INTEGER,
            arguments_hash TEXT,
            boards TEXT,
            pins TEXT,
            is_creation INTEGER NOT NULL,
            outcome TEXT,
            error_kind TEXT,
            request_id TEXT,
            milliseconds REAL,
            remaining INTEGER,
            sentence TEXT NOT NULL,
            texts TEXT,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_by_agent ON audit (agent, number);
        CREATE INDEX audit_by_call ON audit (call_id, stage);
        CREATE INDEX audit_by_time ON audit (at);
        CREATE INDEX audit_of_creations ON audit (agent, at) WHERE is_creation = 1 AND stage = 'intent';
        CREATE TRIGGER audit_is_not_updated BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'entries are not changed'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'entries are not deleted'); END;
        CREATE TRIGGER audit_has_no_gap BEFORE INSERT ON audit
            WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM audit)
            BEGIN SELECT RAISE(ABORT, 'entries are numbered without a gap'); END;

        CREATE TABLE approvals (
            id TEXT PRIMARY KEY,
            agent TEXT NOT NULL,
            account TEXT NOT NULL,
            tool TEXT NOT NULL,
            operation TEXT NOT NULL,
            hash TEXT NOT NULL,
            summary TEXT NOT NULL,
            picture BLOB,
            asked_at INTEGER NOT NULL,
            asked_clock INTEGER NOT NULL,
            ends_at INTEGER NOT NULL,
            state TEXT NOT NULL,
            decided_by TEXT,
            decided_at INTEGER
        ) STRICT;
        CREATE INDEX approvals_by_call ON approvals (agent, account, hash);
        CREATE INDEX approvals_by_state ON approvals (state, asked_at);
        """;

    // The step at index N makes version N + 1 of version N.
    private static readonly string[] Steps = [First];

    /// <summary>Checks whose file it is, and brings its tables up to date.</summary>
    /// <exception cref="AuditStoreException">The file is another program's, or newer than this program.</exception>
    public static void Ensure(SqliteConnection connection, string path, TimeSpan busyTimeout)
    {
        // Whose file it is must be known before anything is changed in it.
        if (IsCurrent(connection, path))
        {
            return;
        }

        EnterWal(connection, path, busyTimeout);
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = Version(connection); version < Steps.Length; version++)
        {
            Execute(connection, transaction, Steps[version]);
        }

        Execute(
            connection,
            transaction,
            string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Steps.Length};"
            )
        );
        transaction.Commit();
    }

    private static bool IsCurrent(SqliteConnection connection, string path)
    {
        // One statement sees one state; three of them could see a file that another process is just making.
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
                (SELECT COUNT(*) FROM sqlite_schema)
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        var application = reader.GetInt64(0);
        var version = reader.GetInt64(1);
        if (application != ApplicationId && (application != 0 || reader.GetInt64(2) > 0))
        {
            throw StoreErrors.Foreign(path);
        }

        return version > Steps.Length ? throw StoreErrors.Newer(path) : version == Steps.Length;
    }

    // Two processes that make the file at once collide here, and SQLite does not wait by itself in this one place.
    private static void EnterWal(SqliteConnection connection, string path, TimeSpan busyTimeout)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.CommandTimeout = Math.Max(1, (int)busyTimeout.TotalSeconds);
        if (command.ExecuteScalar() is not "wal")
        {
            throw StoreErrors.NoWal(path);
        }
    }

    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The text is one of the constants above."
    )]
    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
