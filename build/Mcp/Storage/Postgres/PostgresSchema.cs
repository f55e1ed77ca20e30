using System.Data.Common;
using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>Checks the tables of a database before they are used. An administrator makes them.</summary>
internal static class PostgresSchema
{
    /// <summary>The schema that holds the tables.</summary>
    public const string Name = "pinterest_mcp";

    /// <summary>The version of the tables that this program reads and writes.</summary>
    public const int Version = 1;

    // The bits of pg_trigger.tgtype.
    private const int ForEachRow = 1;
    private const int Before = 2;
    private const int OnInsert = 4;
    private const int OnDelete = 8;
    private const int OnUpdate = 16;
    private const int OnTruncate = 32;
    private const int Triggers = 4;

    // 'A' is ENABLE ALWAYS: such a trigger also fires where session_replication_role switches others off.
    private static readonly string CountTriggers = $"""
        SELECT COUNT(*)
        FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
        WHERE t.tgrelid = '{Name}.audit'::pg_catalog.regclass AND t.tgenabled = 'A' AND t.tgqual IS NULL
            AND t.tgattr::text = ''
            AND (t.tgname::text, t.tgtype::int, p.prosrc) IN (
                ('audit_is_not_updated', {ForEachRow + Before + OnUpdate}, @refuse),
                ('audit_is_not_deleted', {ForEachRow + Before + OnDelete}, @refuse),
                ('audit_is_not_truncated', {Before + OnTruncate}, @refuse),
                ('audit_has_no_gap', {ForEachRow + Before + OnInsert}, @gap))
        """;

    private const string Look = $"""
        SELECT (SELECT version FROM {Name}.schema_version),
            has_table_privilege('{Name}.audit', 'UPDATE, DELETE, TRUNCATE')
                OR pg_has_role((SELECT relowner FROM pg_catalog.pg_class WHERE oid = '{Name}.audit'::regclass), 'MEMBER')
        """;

    /// <summary>Checks the version, and for a writer that it cannot change what was written.</summary>
    /// <exception cref="AuditStoreException">The version is another one, or the role may do too much.</exception>
    /// <exception cref="DbException">There are no tables, or the role may not read them.</exception>
    public static void Check(NpgsqlConnection connection, string database, bool isWriting)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Look;
        using var reader = command.ExecuteReader();
        reader.Read();
        if (reader.GetValue(0) is not long version || version < Version)
        {
            throw PostgresErrors.Older(database);
        }

        if (version > Version)
        {
            throw PostgresErrors.Newer(database);
        }

        if (isWriting && reader.GetBoolean(1))
        {
            throw PostgresErrors.TooMuch(database);
        }
    }

    /// <summary>Says whether all triggers are in force, with the functions that the script gives them.</summary>
    public static bool IsProtected(StoreTransaction transaction)
    {
        using var command = transaction.Command(
            CountTriggers,
            ("@refuse", PostgresScript.RefuseBody),
            ("@gap", PostgresScript.GapBody)
        );
        return command.ExecuteScalar() is (long)Triggers;
    }
}
