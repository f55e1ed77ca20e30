using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>
/// An open connection, and the commands that are run again and again on it: SQLite compiles each of them once. One thread
/// at a time uses it.
/// </summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);

    private StoreConnection(SqliteConnection inner) => Inner = inner;

    /// <summary>Gets the connection.</summary>
    public SqliteConnection Inner { get; }

    /// <summary>Opens a connection.</summary>
    /// <param name="connection">The connection string.</param>
    /// <param name="settings">What is set on it.</param>
    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The text is made of a number and of the name of an enum."
    )]
    public static StoreConnection Open(string connection, string settings)
    {
        var inner = new SqliteConnection(connection);
        try
        {
            inner.Open();
            using var command = inner.CreateCommand();
            command.CommandText = settings;
            command.ExecuteNonQuery();
            return new StoreConnection(inner);
        }
        catch
        {
            inner.Dispose();
            throw;
        }
    }

    /// <summary>Gives a command that stays open with the connection. Who runs it closes its reader, and not the command.</summary>
    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Texts are constants of this assembly; what comes from outside is a value."
    )]
    public SqliteCommand Keep(string sql)
    {
        if (!_kept.TryGetValue(sql, out var command))
        {
            command = Inner.CreateCommand();
            command.CommandText = sql;
            _kept.Add(sql, command);
        }

        command.Parameters.Clear();
        return command;
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        foreach (var command in _kept.Values)
        {
            command.Dispose();
        }

        Inner.Dispose();
    }
}
