using System.Data;
using System.Globalization;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>How transactions begin: with limits, a writer with its turn, and both with the clock of the server.</summary>
internal sealed class PostgresStart(PostgresStoreOptions options)
{
    // "PtMc" and 1: what the writers of all machines lock, within this database.
    private const long ChainLock = 0x5074_4D63_0000_0001;

    // The same and 2: what those who change the grants lock, beside the writers of the log.
    private const long GrantsLock = 0x5074_4D63_0000_0002;

    private const string Clock = "floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    private readonly string _writing = Writing(options, ChainLock);
    private readonly string _granting = Writing(options, GrantsLock);
    private readonly string _reading = string.Create(
        CultureInfo.InvariantCulture,
        $"SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = {Milliseconds(options.StatementTimeout)}; SELECT {Clock}"
    );

    /// <summary>Begins to write, once all other writers have ended.</summary>
    public BegunTransaction Write(StoreConnection connection) =>
        Begin(connection, IsolationLevel.ReadCommitted, _writing);

    /// <summary>Begins to change the grants, once all others who do have ended.</summary>
    public BegunTransaction Grant(StoreConnection connection) =>
        Begin(connection, IsolationLevel.ReadCommitted, _granting);

    /// <summary>Begins to read one state.</summary>
    public BegunTransaction Read(StoreConnection connection) =>
        Begin(connection, IsolationLevel.RepeatableRead, _reading);

    private static BegunTransaction Begin(StoreConnection connection, IsolationLevel isolation, string start)
    {
        var inner = connection.Inner.BeginTransaction(isolation);
        try
        {
            var command = connection.Keep(start);
            command.Transaction = inner;
            using var reader = command.ExecuteReader();

            // The clock is the last of what the start selects, so it is read after the lock was got.
            long clock;
            do
            {
                reader.Read();
                clock = reader.GetFieldType(0) == typeof(long) ? reader.GetInt64(0) : 0;
            } while (reader.NextResult());

            return new BegunTransaction(connection, inner, clock);
        }
        catch
        {
            inner.Dispose();
            throw;
        }
    }

    // A commit that is acknowledged must survive a crash of the server, so synchronous_commit is on, whatever the server's
    // or the role's default is: a lost entry would leave a call without a trace. The lock ends with the transaction.
    private static string Writing(PostgresStoreOptions options, long key) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SET LOCAL lock_timeout = {Milliseconds(options.BusyTimeout)};
            SET LOCAL idle_in_transaction_session_timeout = {Milliseconds(options.StatementTimeout)};
            SET LOCAL statement_timeout = 0;
            SELECT pg_advisory_xact_lock({key}) IS NULL;
            SET LOCAL statement_timeout = {Milliseconds(options.StatementTimeout)};
            SELECT {Clock}, set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit')
                IN ('off', 'local') THEN 'on' ELSE current_setting('synchronous_commit') END, true)
            """
        );

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
