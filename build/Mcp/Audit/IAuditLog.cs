namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>
/// The record of everything that agents do. An entry is on the disk when the method returns; when it cannot be, the
/// method throws, and the call that it is about is not made.
/// </summary>
public interface IAuditLog
{
    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry, without number and time.</param>
    /// <param name="cancellationToken">Ends the wait; an entry that is being written is written.</param>
    /// <returns>The entry with its number and time.</returns>
    /// <exception cref="AuditStoreException">The entry cannot be written.</exception>
    Task<AuditEntry> WriteAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>
    /// Counts the creations of an agent in the last 24 hours whose intent stands before an entry, without those that
    /// were denied, wait, were rehearsed or failed without a change. Of two calls at once the later counts the earlier.
    /// </summary>
    /// <exception cref="AuditStoreException">The log cannot be read.</exception>
    Task<int> CountCreationsAsync(string agent, long before, CancellationToken cancellationToken);
}
