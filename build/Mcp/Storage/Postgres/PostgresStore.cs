using System.Data;
using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>
/// The log and the approvals in a database of PostgreSQL, which several machines share. The writers of all machines go one
/// after the other, so that the entries are one chain and of two that race for one approval one gets it. An administrator
/// makes the tables.
/// </summary>
public sealed class PostgresStore : AuditStore
{
    private const int MostReaders = 4;

    private readonly PostgresStoreOptions _options;
    private readonly TimeProvider? _time;
    private readonly NpgsqlDataSource _source;
    private readonly PostgresStart _start;

    // Npgsql waits for the server on a thread. These two bound how many threads of this process do.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _readers = new(MostReaders, MostReaders);

    // Kept open for the one writer that has its turn.
    private StoreConnection? _writer;
    private volatile bool _isReadable;
    private bool _isDisposed;

    /// <summary>Names the database; nothing is opened yet.</summary>
    /// <param name="address">The database.</param>
    /// <param name="options">How long it waits, or null for the defaults.</param>
    /// <param name="time">The clock, or null for that of the server, which is the same for all machines.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time-out is out of its range.</exception>
    /// <exception cref="AuditStoreException">A name or a value of the address is not known.</exception>
    public PostgresStore(PostgresAddress address, PostgresStoreOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        _options = options ?? new PostgresStoreOptions();
        foreach (var timeout in (TimeSpan[])[_options.BusyTimeout, _options.StatementTimeout])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.FromMilliseconds(1), nameof(options));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, PostgresStoreOptions.Longest, nameof(options));
        }

        _time = time;
        Name = address.Database;
        UsualHead = Path.Combine(ConfigurationFolder.Default, HeadName(address));
        _start = new PostgresStart(_options);
        _source = PostgresConnection.Source(
            address,
            TimeSpan.FromTicks(Math.Max(_options.BusyTimeout.Ticks, _options.StatementTimeout.Ticks))
        );
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    internal override string UsualHead { get; }

    /// <inheritdoc/>
    internal override async Task<T> WriteAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(_options.BusyTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw PostgresErrors.Busy(Name);
        }

        try
        {
            // Not cancelled within: an entry that is being written is written, and each statement ends by itself.
            return await Task.Run(() => Write(work), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    internal override async Task<T> ReadAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        if (!await _readers.WaitAsync(_options.StatementTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw PostgresErrors.Busy(Name);
        }

        try
        {
            return await Task.Run(() => Read(work), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>Reads on the thread of the caller, as the grants are at each call.</summary>
    /// <exception cref="AuditStoreException">The database cannot be read.</exception>
    internal T ReadNow<T>(Func<StoreTransaction, T> work)
    {
        if (!_readers.Wait(_options.StatementTimeout))
        {
            throw PostgresErrors.Busy(Name);
        }

        try
        {
            return Read(work);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>Locks the grants on a connection of its own, so that the log can be written meanwhile.</summary>
    /// <exception cref="AuditStoreException">They cannot be locked.</exception>
    internal BegunTransaction HoldGrants()
    {
        try
        {
            return BeginAlone(_start.Grant);
        }
        catch (Exception error) when (PostgresErrors.IsOne(error))
        {
            throw PostgresErrors.Of(Name, error);
        }
    }

    /// <inheritdoc/>
    internal override bool IsProtected(StoreTransaction transaction) => PostgresSchema.IsProtected(transaction);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_isDisposed)
        {
            return;
        }

        // Whoever writes at this moment ends first, or gets an error.
        _turn.Wait(_options.BusyTimeout);
        CloseWriter();
        _source.Dispose();
        _isDisposed = true;
    }

    private T Write<T>(Func<StoreTransaction, T> work)
    {
        try
        {
            using var begun = BeginWriting();
            return Run(begun.Connection, begun.Inner, ClockOf(begun), work);
        }
        catch (Exception error) when (PostgresErrors.IsOne(error))
        {
            // The next writer begins anew, whatever is wrong with this connection.
            CloseWriter();
            throw PostgresErrors.Of(Name, error);
        }
    }

    private T Read<T>(Func<StoreTransaction, T> work)
    {
        try
        {
            using var begun = BeginAlone(_start.Read);
            return Run(begun.Connection, begun.Inner, ClockOf(begun), work);
        }
        catch (Exception error) when (PostgresErrors.IsOne(error))
        {
            throw PostgresErrors.Of(Name, error);
        }
    }

    private BegunTransaction BeginWriting()
    {
        // One that broke without an exception of its own, such as in a rollback.
        if (_writer is { Inner.State: not ConnectionState.Open })
        {
            CloseWriter();
        }

        try
        {
            return _start.Write(_writer ??= OpenWriter());
        }
        catch (NpgsqlException error) when (PostgresErrors.IsCut(error))
        {
            // Nothing was written yet, so a server that was started again costs no call. All that are kept are as old.
            CloseWriter();
            _source.Clear();
            _writer = OpenWriter();
            return _start.Write(_writer);
        }
    }

    private BegunTransaction BeginAlone(Func<StoreConnection, BegunTransaction> begin)
    {
        try
        {
            return BeginAloneOnce(begin);
        }
        catch (NpgsqlException error) when (PostgresErrors.IsCut(error))
        {
            // All that are kept are as old as this one.
            _source.Clear();
            return BeginAloneOnce(begin);
        }
    }

    private BegunTransaction BeginAloneOnce(Func<StoreConnection, BegunTransaction> begin)
    {
        var connection = OpenReader();
        try
        {
            return begin(connection) with { IsOwner = true };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private StoreConnection OpenWriter() => Checked(OpenConnection(), isWriting: true);

    private StoreConnection OpenReader()
    {
        var connection = OpenConnection();
        if (_isReadable)
        {
            return new StoreConnection(connection);
        }

        var opened = Checked(connection, isWriting: false);
        _isReadable = true;
        return opened;
    }

    private NpgsqlConnection OpenConnection()
    {
        try
        {
            return _source.OpenConnection();
        }
        catch (ArgumentException error)
        {
            // Such as a Host that is no address to connect to.
            throw PostgresErrors.Of(Name, error);
        }
    }

    private StoreConnection Checked(NpgsqlConnection connection, bool isWriting)
    {
        try
        {
            PostgresSchema.Check(connection, Name, isWriting);
            return new StoreConnection(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void CloseWriter()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private Func<long> ClockOf(BegunTransaction begun) =>
        _time is { } time ? () => time.GetUtcNow().ToUnixTimeMilliseconds() : () => begun.Clock;

    private static string HeadName(PostgresAddress address) =>
        string.Concat(
            $"{address.Database}@{address.Host}-{address.Port}.head".Select(letter =>
                char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '@' ? letter : '_'
            )
        );
}
