using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>
/// Says of an error what happened, to which database, and what to do. An agent sees these texts, so they name neither the
/// server nor the role.
/// </summary>
internal static class PostgresErrors
{
    private const string Lock = "55P03";
    private const string Refused = "23001";

    public static AuditStoreException Of(string database, Exception error) => Make(database, Reason(error), error);

    public static AuditStoreException Busy(string database) =>
        Make(
            database,
            "answers too slowly for the calls of this server. Look at the load of the database, then try again.",
            inner: null
        );

    public static AuditStoreException Older(string database) =>
        Make(
            database,
            "has tables of an older version. An administrator brings them up to date with the SQL of "
                + "'pinterest-mcp database script'.",
            inner: null
        );

    public static AuditStoreException Newer(string database) =>
        Make(database, "has tables of a newer version of pinterest-mcp. Update this one.", inner: null);

    public static AuditStoreException TooMuch(string database) =>
        Make(
            database,
            "was opened by a role that may change or delete entries, such as an administrator. Sign in as a role that is "
                + $"a member of {PostgresScript.UsualWriter} and of nothing more.",
            inner: null
        );

    /// <summary>Says whether an error comes from the database or from the way to it.</summary>
    public static bool IsOne(Exception error) =>
        error
            is NpgsqlException
                or IOException
                or SocketException
                or TimeoutException
                or AuthenticationException
                or System.Text.EncoderFallbackException;

    /// <summary>Says whether a kept connection was cut off, as by a server that was started again.</summary>
    public static bool IsCut(NpgsqlException error) =>
        error is PostgresException told
            ? told.SqlState is "57P01" or "57P02" or "57P05"
            : error.InnerException is IOException or SocketException or ObjectDisposedException;

    private static string Reason(Exception error) =>
        error switch
        {
            PostgresException told => Told(told.SqlState),
            System.Text.EncoderFallbackException => "cannot keep a text that is no valid Unicode. Send another text.",
            _ when Has<AuthenticationException>(error) || IsAboutTls(error) =>
                "has no TLS that can be trusted. Give its server a certificate for the name in Host (Root Certificate=FILE "
                    + "names its authority), or say SSL Mode=Disable in a network that nobody else reads.",
            _ when Has<TimeoutException>(error) =>
                "did not answer in time. Look at its server, the load and the network, then try again.",
            _ when Has<SocketException>(error) || Has<IOException>(error) =>
                "cannot be reached. Check Host and Port, and that the server runs and takes connections from here.",
            _ => "cannot be used. Check the settings: Host, Port, Database, Username, SSL Mode, and where the password "
                + "comes from (PGPASSWORD, PGPASSFILE).",
        };

    private static string Told(string state) =>
        state switch
        {
            Lock => "is locked by another writer for too long. See in pg_stat_activity who holds it, then try again.",
            Refused => "refused a change: entries are only ever added, one after the other.",
            "23505" => "has this entry already: somebody wrote into it past the log. Check it with 'log --verify'.",
            "25006" => "is read-only, such as a standby. Name the server that takes writes.",
            "28000" or "28P01" =>
                "refused the sign-in. Check Username, the password (PGPASSWORD, PGPASSFILE), and pg_hba.conf of the server.",
            "3D000" => "does not exist. An administrator creates it, then runs 'pinterest-mcp database create'.",
            "3F000" or "42P01" =>
                "has no tables of pinterest-mcp. An administrator makes them with 'pinterest-mcp database create'.",
            "42501" => $"does not give this role enough rights. An administrator makes it a member: GRANT "
                + $"{PostgresScript.UsualWriter} TO the role.",
            "53100" => "cannot grow: the disk of its server is full. Free some space there, then try again.",
            "53300" => "has no free connection. Raise max_connections of the server, or lower Maximum Pool Size.",
            "57014" =>
                "took too long for a statement, which was ended. Look at the load of the server, then try again.",
            "57P01" or "57P02" or "57P03" => "is being stopped or started. Try again in a moment.",
            "25P03" or "57P05" => "ended a transaction that stood still. Try again.",
            "40001" or "40P01" => "ended a transaction that collided with another one. Try again.",
            "22021" or "22P05" => "cannot keep a character of a text. Send another text.",
            "58030" or "XX001" or "XX002" =>
                "is damaged, or its disk is. Restore a backup, and check that with 'log --verify'.",
            _ => $"cannot be used (SQLSTATE {state}). The log of its server says more.",
        };

    // Npgsql has no type of its own for a server that speaks no TLS.
    private static bool IsAboutTls(Exception error) =>
        error is NpgsqlException { InnerException: null } && error.Message.Contains("SSL", StringComparison.Ordinal);

    private static bool Has<T>(Exception? error)
        where T : Exception => error is not null && (error is T || Has<T>(error.InnerException));

    private static AuditStoreException Make(string database, string what, Exception? inner) =>
        new($"The database '{database}' {what}", inner);
}
