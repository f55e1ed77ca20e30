using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>
/// The file that holds the log and the approvals: one SQLite database, readable by its owner only. Several processes may
/// use one file. It is made at the first use.
/// </summary>
public sealed class AgentStore : AuditStore
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

    /// <inheritdoc/>
    public override string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Gets the clock.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Gets how many transactions were begun, of those that write and of those that read.</summary>
    internal int Transactions => _transactions;

    /// <inheritdoc/>
    internal override string UsualHead => HeadBeside(Path);

    /// <summary>Gets where the last entry of a file is noted when nobody says otherwise: beside the file.</summary>
    internal static string HeadBeside(string path) => System.IO.Path.ChangeExtension(path, ".head");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
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

    /// <inheritdoc/>
    internal override async Task<T> WriteAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
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

    /// <inheritdoc/>
    internal override Task<T> ReadAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(work));
    }

    /// <inheritdoc/>
    internal override bool IsProtected(StoreTransaction transaction)
    {
        using var command = transaction.Command("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names.IsSupersetOf(StoreSchema.Triggers);
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
                _writer = Open();
                _writerBorn = _born;
            }

            return RunIn(_writer, work, isWriting: true);
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
            using var connection = Open();
            return RunIn(connection, work, isWriting: false);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Of(Path, error);
        }
    }

    private T RunIn<T>(StoreConnection connection, Func<StoreTransaction, T> work, bool isWriting)
    {
        Interlocked.Increment(ref _transactions);
        using var inner = ((SqliteConnection)connection.Inner).BeginTransaction(deferred: !isWriting);
        return Run(connection, inner, () => Time.GetUtcNow().ToUnixTimeMilliseconds(), work);
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The text is made of a number and of the name of an enum."
    )]
    private StoreConnection Open()
    {
        var inner = new SqliteConnection(Connection);
        try
        {
            inner.Open();
            using var command = inner.CreateCommand();
            command.CommandText = _settings;
            command.ExecuteNonQuery();
            return new StoreConnection(inner);
        }
        catch
        {
            inner.Dispose();
            throw;
        }
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
            using (var connection = Open())
            {
                StoreSchema.Ensure((SqliteConnection)connection.Inner, Path, _options.BusyTimeout);
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
