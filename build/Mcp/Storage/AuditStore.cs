using System.Data.Common;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>
/// Where the log and the approvals are kept: a file (<see cref="AgentStore"/>), or a database of PostgreSQL that several
/// machines share. The statements of log and approvals are the same for both.
/// </summary>
public abstract class AuditStore : IDisposable
{
    /// <summary>Gets what messages call the store, for example agents.db. It has no folder and no password.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the file that notes the last entry when nobody says otherwise.</summary>
    internal abstract string UsualHead { get; }

    /// <summary>Closes the connections that are kept open. Entries that were written stay.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Does something in one writing transaction: all of it, or nothing. One such transaction runs at a time.</summary>
    /// <exception cref="AuditStoreException">The store cannot be written.</exception>
    internal abstract Task<T> WriteAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken);

    /// <summary>Reads from one state of the store, whatever others write meanwhile.</summary>
    /// <exception cref="AuditStoreException">The store cannot be read.</exception>
    internal abstract Task<T> ReadAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken);

    /// <summary>Says whether the triggers that let entries only be added are all in force.</summary>
    internal abstract bool IsProtected(StoreTransaction transaction);

    /// <summary>Closes the connections that are kept open.</summary>
    /// <param name="disposing">Whether this is called by <see cref="Dispose()"/>.</param>
    protected abstract void Dispose(bool disposing);

    /// <summary>Runs work in a transaction, and keeps what it did.</summary>
    private protected static T Run<T>(
        StoreConnection connection,
        DbTransaction inner,
        Func<long> clock,
        Func<StoreTransaction, T> work
    )
    {
        var transaction = new StoreTransaction(connection, inner, clock);
        var result = work(transaction);
        inner.Commit();
        transaction.Committed();
        return result;
    }
}
