using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>
/// Keeps the log in an <see cref="AuditStore"/>. Entries are only ever added; each carries the hash of the one before it,
/// and the last one is noted outside of the store.
/// </summary>
public partial class StoredAuditLog : IAuditLog, IApprovalRecord
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly AuditStore _store;
    private readonly AuditLogOptions _options;
    private readonly ILogger _logger;
    private readonly AuditHead _head;
    private AuditLink _seen = AuditLink.Start;

    /// <summary>Opens the log of a store; nothing is read or written yet.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="options">What is done beside the store, or null for the defaults.</param>
    /// <param name="logger">What gets number and hash of each entry, a place outside of the store; or null.</param>
    public StoredAuditLog(AuditStore store, AuditLogOptions? options = null, ILogger<StoredAuditLog>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _options = options ?? new AuditLogOptions();
        _logger = logger ?? NullLogger<StoredAuditLog>.Instance;
        _head = _options.HeadFile switch
        {
            null => new AuditHead(store.UsualHead, makesFolder: true),
            "" => new AuditHead(null),
            var file => new AuditHead(Path.GetFullPath(file)),
        };
    }

    /// <inheritdoc/>
    public Task<AuditEntry> WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _store.WriteAsync(transaction => Append(transaction, entry), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> CountCreationsAsync(string agent, long before, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            transaction =>
            {
                using var command = transaction.Command(
                    """
                    SELECT COUNT(*) FROM audit i
                    WHERE i.agent = @agent AND i.stage = 'intent' AND i.is_creation = 1 AND i.at > @since
                        AND i.number < @before
                        AND NOT EXISTS (SELECT 1 FROM audit o WHERE o.call_id = i.call_id AND o.stage = 'outcome'
                            AND o.outcome IN ('denied', 'waiting', 'dry_run', 'failed'))
                    """,
                    ("@agent", HarmlessText.Line(agent, AuditColumn.Agent.MaxLength)),
                    ("@since", transaction.NowMilliseconds - (long)Day.TotalMilliseconds),
                    ("@before", before)
                );
                return (int)Math.Min((long)command.ExecuteScalar()!, int.MaxValue);
            },
            cancellationToken
        );

    /// <summary>Checks every entry, the order of all, and the noted head.</summary>
    /// <exception cref="AuditStoreException">The log or the head cannot be read.</exception>
    public Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        // Read before the log: entries that are written meanwhile are no contradiction.
        var noted = _head.Read();
        return _store.ReadAsync(
            transaction =>
                AuditVerifier.Verify(
                    _store,
                    transaction,
                    last => _head.Contradiction(noted, last, number => AuditLink.At(transaction, number)),
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <summary>Reads entries, the newest first unless the filter says otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of its range.</exception>
    /// <exception cref="AuditStoreException">The log cannot be read.</exception>
    public async Task<IReadOnlyList<AuditEntry>> QueryAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var query = new AuditQuery(filter);
        return await _store
            .ReadAsync<IReadOnlyList<AuditEntry>>(
                transaction => [.. query.Read(transaction, cancellationToken).Select(query.Entry)],
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Counts the decided calls of a filter by day in UTC, the oldest first.</summary>
    /// <param name="filter">Which calls; its limit is the most days. Days without a call are left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of its range.</exception>
    /// <exception cref="AuditStoreException">The log cannot be read.</exception>
    public Task<IReadOnlyList<AuditDay>> CountByDayAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var query = new AuditQuery(filter);
        return _store.ReadAsync(query.CountByDay, cancellationToken);
    }

    /// <summary>Reads entries for an export, page by page: the oldest first, every entry, without a limit.</summary>
    /// <exception cref="AuditStoreException">The log cannot be read.</exception>
    internal async IAsyncEnumerable<AuditRow> ExportAsync(
        AuditFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var next = filter with { OldestFirst = true, Limit = AuditFilter.MaxLimit, EveryEntry = true };
        while (true)
        {
            var query = new AuditQuery(next);
            var rows = await _store
                .ReadAsync(transaction => query.Read(transaction, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < AuditFilter.MaxLimit)
            {
                yield break;
            }

            next = next with { After = rows[^1].Number };
        }
    }

    /// <summary>Reads the newest entries for an export, as many as the filter says: the oldest of them first.</summary>
    /// <exception cref="AuditStoreException">The log cannot be read.</exception>
    internal async IAsyncEnumerable<AuditRow> LastAsync(
        AuditFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var query = new AuditQuery(filter with { OldestFirst = false, EveryEntry = true });
        var rows = await _store
            .ReadAsync(transaction => query.Read(transaction, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        foreach (var row in rows.Reverse())
        {
            yield return row;
        }
    }

    void IApprovalRecord.Record(StoreTransaction transaction, Approval approval, ApprovalChange change) =>
        Append(transaction, ApprovalEntry.Of(approval, change));

    private AuditEntry Append(StoreTransaction transaction, AuditEntry entry)
    {
        var last = AuditLink.Last(transaction);
        EnsureUncut(transaction, last);
        var kept = _options.KeepsTexts ? entry : entry with { Texts = null };
        var row = AuditRow.After(last, kept, transaction.NowMilliseconds);
        var insert = transaction.Keep(AuditRow.Insert);
        row.Bind(insert);
        insert.ExecuteNonQuery();

        transaction.Afterwards(() => Anchor(new AuditLink(row.Number, row.Hash)));
        return row.ToEntry();
    }

    // A log that lost its end must not go on as if nothing had happened: the new entries would take the old numbers.
    private void EnsureUncut(StoreTransaction transaction, AuditLink last)
    {
        var contradiction = _head
            .Contradiction(_head.Read(), last, number => AuditLink.At(transaction, number))
            ?.Message;
        var seen = last.Number == _seen.Number ? last : AuditLink.At(transaction, _seen.Number);
        if (contradiction is null && seen != _seen)
        {
            contradiction = string.Create(
                CultureInfo.InvariantCulture,
                $"entry {_seen.Number} is not the one that this server wrote"
            );
        }

        if (contradiction is not null)
        {
            throw new AuditStoreException(
                $"The store '{_store.Name}' is not whole: {contradiction}. Keep a copy, run "
                    + "'log --verify', and restore the log; or remove its head file to accept it as it is, and start again."
            );
        }
    }

    private void Anchor(AuditLink link)
    {
        _seen = link;
        Written(_logger, link.Number, link.Hash);
        if (_head.TryWrite(link) is { } error)
        {
            NotNoted(_logger, link.Number, _head.Name, error);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Audit entry {Number} has the hash {Hash}.")]
    private static partial void Written(ILogger logger, long number, string hash);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Warning,
        Message = "Audit entry {Number} was written, but could not be noted in {File}. The next entry is noted again."
    )]
    private static partial void NotNoted(ILogger logger, long number, string file, Exception error);
}
