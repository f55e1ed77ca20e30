using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>
/// An open connection, and the commands that are run again and again on it: SQLite compiles each of them once. One thread
/// at a time uses it. It closes the connection.
/// </summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly Dictionary<string, DbCommand> _kept = new(StringComparer.Ordinal);

    /// <summary>Takes an open connection.</summary>
    public StoreConnection(DbConnection inner) => Inner = inner;

    /// <summary>Gets the connection.</summary>
    public DbConnection Inner { get; }

    /// <summary>Gives a command that stays open with the connection. Who runs it closes its reader, and not the command.</summary>
    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Texts are constants of this assembly; what comes from outside is a value."
    )]
    public DbCommand Keep(string sql)
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
