using System.Data.Common;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>A transaction that was begun, and what the clock of the server said then.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Inner">The transaction.</param>
/// <param name="Clock">Milliseconds since 1970; for a writer after it got its turn.</param>
internal sealed record BegunTransaction(StoreConnection Connection, DbTransaction Inner, long Clock) : IDisposable
{
    /// <summary>Gets whether the connection ends with the transaction.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Ends the transaction; what was not committed is undone.</summary>
    public void Dispose()
    {
        Inner.Dispose();
        if (IsOwner)
        {
            Connection.Dispose();
        }
    }
}
