using System.Globalization;
using Microsoft.Data.Sqlite;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>
/// The file that holds the log and the approvals: one SQLite database, readable by its owner only. Several processes may
/// use one file. It is made at the first use.
/// </summary>
public sealed class AgentStore : IDisposable
{
    /// <summary>The usual name of the file: agents.db.</summary>
    public const string FileName = "agents.db";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly AgentStoreOptions _options;
    private string? _connection;
    private readonly string _settings;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _preparing = new();
    private DateTime? _born;
    private int _transactions;
    private bool _isDisposed;

    // Kept open for the one writer that has its turn.
    private StoreConnection? _writer;
    private DateTime? _writerBorn;

    /// <summary>Names the file; nothing is read or written yet.</summary>
    /// <param name="path">The file. Its folder is made when it is missing.</param>
    /// <param name="options">How it is written, or null for the defaults.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is out of its range.</exception>
    public AgentStore(string path, AgentStoreOptions? options = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _options = options ?? new AgentStoreOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(
            _options.BusyTimeout,
            TimeSpan.FromMilliseconds(1),
            nameof(options)
        );
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.BusyTimeout, LongestWait, nameof(options));
        Path = System.IO.Path.GetFullPath(path);
        Time = time ?? TimeProvider.System;
        _settings = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {(long)_options.BusyTimeout.TotalMilliseconds}; PRAGMA synchronous = {_options.Safety};"
        );
    }

    // Made at the first use, because SQLite need not be loaded before the first call of an agent.
    private string Connection =>
        _connection ??= new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = true,

            // SQLite itself waits for the lock (busy_timeout); this loop of the driver would wait on top of it.
            DefaultTimeout = 1,
        }.ToString();

    /// <summary>Gets the full path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets the clock.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Gets how many transactions were begun, of those that write and of those that read.</summary>
    internal int Transactions => _transactions;

    /// <summary>Closes the connections that are kept open. Entries that were written stay.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        // Whoever writes at this moment ends first: SQLite does not survive a connection that is closed under it.
        _turn.Wait(_options.BusyTimeout);
        _writer?.Dispose();
        if (_connection is not null)
        {
            ClearPool();
        }

        _turn.Dispose();
        _isDisposed = true;
    }

    /// <summary>Does something in one writing transaction: all of it, or nothing.</summary>
    /// <exception cref="AuditStoreException">The file cannot be written.</exception>
    internal async Task<T> WriteAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        // Within one process writers queue here, so that none of them starves at the lock of the file.
        if (!await _turn.WaitAsync(_options.BusyTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw StoreErrors.Busy(Path, inner: null);
        }

        try
        {
            return Write(work);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads from one state of the file, whatever others write meanwhile.</summary>
    /// <exception cref="AuditStoreException">The file cannot be read.</exception>
    internal Task<T> ReadAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(work));
    }

    private T Write<T>(Func<StoreTransaction, T> work)
    {
        try
        {
            Prepare();
            if (_writer is null || _writerBorn != _born)
            {
                _writer?.Dispose();
                _writer = null;
                _writer = StoreConnection.Open(Connection, _settings);
                _writerBorn = _born;
            }

            return Run(_writer, work, isWriting: true);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            // The next writer begins anew, whatever is wrong with this connection.
            _writer?.Dispose();
            _writer = null;
            throw StoreErrors.Of(Path, error);
        }
    }

    private T Read<T>(Func<StoreTransaction, T> work)
    {
        try
        {
            Prepare();
            using var connection = StoreConnection.Open(Connection, _settings);
            return Run(connection, work, isWriting: false);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Of(Path, error);
        }
    }

    private T Run<T>(StoreConnection connection, Func<StoreTransaction, T> work, bool isWriting)
    {
        Interlocked.Increment(ref _transactions);
        using var inner = connection.Inner.BeginTransaction(deferred: !isWriting);
        var transaction = new StoreTransaction(connection, inner, Time);
        var result = work(transaction);
        inner.Commit();
        transaction.Committed();
        return result;
    }

    // A file that was removed or replaced under an open connection would swallow entries that nobody ever sees again, so
    // each use looks whether the file is still the one that was opened.
    private void Prepare()
    {
        var file = new FileInfo(Path);
        if (_born is { } born && file.Exists && file.CreationTimeUtc == born)
        {
            return;
        }

        lock (_preparing)
        {
            file.Refresh();
            if (_born is not null && !file.Exists)
            {
                throw StoreErrors.Vanished(Path);
            }

            ClearPool();
            StoreFile.Ensure(Path);
            using (var connection = StoreConnection.Open(Connection, _settings))
            {
                StoreSchema.Ensure(connection.Inner, Path, _options.BusyTimeout);
            }

            file.Refresh();
            _born = file.CreationTimeUtc;
        }
    }

    private void ClearPool()
    {
        using var connection = new SqliteConnection(Connection);
        SqliteConnection.ClearPool(connection);
    }
}
