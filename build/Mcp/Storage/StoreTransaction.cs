using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>One transaction of an <see cref="AuditStore"/>.</summary>
public sealed class StoreTransaction
{
    private readonly StoreConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly Func<long> _clock;
    private List<Action>? _afterwards;

    internal StoreTransaction(StoreConnection connection, DbTransaction transaction, Func<long> clock)
    {
        _connection = connection;
        _transaction = transaction;
        _clock = clock;
    }

    /// <summary>Gets what the clock says, in milliseconds since 1970.</summary>
    internal long ClockMilliseconds => _clock();

    /// <summary>
    /// Gets the time of the store, in milliseconds since 1970. It never goes back: when the clock does, it stands still
    /// at the time of the last entry of the log.
    /// </summary>
    internal long NowMilliseconds
    {
        get
        {
            var last = Keep("SELECT at FROM audit ORDER BY number DESC LIMIT 1");
            return Math.Max(ClockMilliseconds, last.ExecuteScalar() as long? ?? 0);
        }
    }

    /// <summary>Makes a command with named values; null becomes NULL.</summary>
    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Texts are constants of this assembly; what comes from outside is a value."
    )]
    internal DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.Inner.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        Bind(command, values);
        return command;
    }

    /// <summary>
    /// Gives a command that is compiled once for the connection. The caller closes its reader, and does not dispose of it.
    /// </summary>
    internal DbCommand Keep(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.Keep(sql);
        command.Transaction = _transaction;
        Bind(command, values);
        return command;
    }

    /// <summary>Runs a command and says how many rows it changed.</summary>
    internal int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Has something done once the transaction is on the disk.</summary>
    internal void Afterwards(Action action) => (_afterwards ??= []).Add(action);

    /// <summary>Sets named values of a command; null becomes NULL.</summary>
    internal static void Bind(DbCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }

    internal void Committed() => _afterwards?.ForEach(action => action());
}
