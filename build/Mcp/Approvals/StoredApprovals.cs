using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>
/// Keeps approvals in an <see cref="AuditStore"/>. Each step is one writing transaction, so that of two servers that race
/// one wins. A decision or a use is recorded in the same transaction.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="record">Where decisions and uses are recorded, for example the log of the same store.</param>
public class StoredApprovals(AuditStore store, IApprovalRecord record) : IApprovalStore
{
    /// <summary>How long a question waits, and a yes holds: 10 minutes after the agent asked.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The most questions of one agent that wait: 50.</summary>
    public const int MaxWaiting = 50;

    /// <summary>Who decides when the agent's client answers: client. It is no proof of a person.</summary>
    public const string ByClient = "client";

    // Digits and capital letters that nobody takes for another: no 0, 1, I and O. 32 of them, so that each is equally
    // likely.
    private const string Readable = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int IdLength = 10;
    private const int LongestBy = 64;

    // A clock that was set back after a question was asked cannot tell how long ago that was; a minute is what clocks
    // are corrected by in daily life.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public Task<Approval?> TryUseAsync(
        string agent,
        string account,
        string hash,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            transaction =>
            {
                EndOverdue(transaction);
                var found = ApprovalRows.Find(
                    transaction,
                    "WHERE agent = @agent AND account = @account AND hash = @hash AND state = 'approved' LIMIT 1",
                    ("@agent", agent),
                    ("@account", account),
                    ("@hash", hash)
                );
                if (found is null)
                {
                    return null;
                }

                return Change(transaction, found, ApprovalChange.Used);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Approval> AskAsync(string agent, string account, AgentCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ApprovalSummary.Check(call.Summary);
        var hash = CallHash.Of(call);
        return store.WriteAsync(
            transaction =>
            {
                EndOverdue(transaction);
                var now = transaction.NowMilliseconds;
                return ApprovalRows.Find(
                        transaction,
                        """
                        WHERE agent = @agent AND account = @account AND hash = @hash AND ends_at > @now
                            AND state IN ('waiting', 'approved', 'denied')
                        ORDER BY state = 'denied' DESC, asked_at DESC LIMIT 1
                        """,
                        ("@agent", agent),
                        ("@account", account),
                        ("@hash", hash),
                        ("@now", now)
                    ) ?? Add(transaction, New(agent, account, call, hash, now));
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<Approval?> ApproveAsync(string id, string by, CancellationToken cancellationToken) =>
        DecideAsync(id, by, ApprovalChange.Approved, cancellationToken);

    /// <inheritdoc/>
    public Task<Approval?> DenyAsync(string id, string by, CancellationToken cancellationToken) =>
        DecideAsync(id, by, ApprovalChange.Denied, cancellationToken);

    /// <inheritdoc/>
    public async Task<Approval?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await EndOverdueAsync(cancellationToken).ConfigureAwait(false);
        return await store.ReadAsync(transaction => ById(transaction, id), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Approval>> ListAsync(bool waitingOnly, CancellationToken cancellationToken)
    {
        await EndOverdueAsync(cancellationToken).ConfigureAwait(false);
        var which = waitingOnly ? "state = 'waiting' AND" : "";
        return await store
            .ReadAsync(
                transaction =>
                    ApprovalRows.List(
                        transaction,
                        $"WHERE {which} asked_at > @since ORDER BY asked_at DESC, id LIMIT 1000",
                        ("@since", transaction.NowMilliseconds - (long)Kept.TotalMilliseconds)
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private Task<Approval?> DecideAsync(
        string id,
        string by,
        ApprovalChange change,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return store.WriteAsync(
            transaction =>
            {
                EndOverdue(transaction);
                var found = ById(transaction, id);
                if (found is not { State: ApprovalState.Waiting })
                {
                    return found;
                }

                var now = DateTimeOffset.FromUnixTimeMilliseconds(transaction.NowMilliseconds);
                var decided = found with { DecidedBy = HarmlessText.Line(by, LongestBy), DecidedAt = now };
                return Change(transaction, decided, change);
            },
            cancellationToken
        );
    }

    private Approval? Change(StoreTransaction transaction, Approval approval, ApprovalChange change)
    {
        var changed = approval with
        {
            State = change switch
            {
                ApprovalChange.Approved => ApprovalState.Approved,
                ApprovalChange.Denied => ApprovalState.Denied,
                _ => ApprovalState.Used,
            },
        };
        ApprovalRows.Update(transaction, changed);
        record.Record(transaction, changed, change);
        return changed;
    }

    private static Approval? ById(StoreTransaction transaction, string id) =>
        ApprovalRows.Find(transaction, "WHERE id = @id", ("@id", Normal(id)));

    // An id is read aloud and typed: in any case, with spaces around it. What is none need not reach the database.
    private static string Normal(string? id) =>
        id is { Length: < 100 } && id.Trim() is var typed && typed.All(char.IsAsciiLetterOrDigit)
            ? typed.ToUpperInvariant()
            : "";

    private static Approval New(string agent, string account, AgentCall call, string hash, long now)
    {
        var asked = DateTimeOffset.FromUnixTimeMilliseconds(now);
        return new Approval
        {
            Id = RandomNumberGenerator.GetString(Readable, IdLength),
            Agent = agent,
            Account = account,
            Tool = call.Tool,
            Operation = call.Operations[0],
            Hash = hash,
            Summary = call.Summary,
            AskedAt = asked,
            EndsAt = asked + Lifetime,
            State = ApprovalState.Waiting,
        };
    }

    private static Approval Add(StoreTransaction transaction, Approval approval)
    {
        using var count = transaction.Command(
            "SELECT COUNT(*) FROM approvals WHERE agent = @agent AND state = 'waiting'",
            ("@agent", approval.Agent)
        );
        if ((long)count.ExecuteScalar()! >= MaxWaiting)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{MaxWaiting} calls of this agent wait for a person already. Wait until some of them are decided."
                )
            );
        }

        transaction.Execute(
            "DELETE FROM approvals WHERE asked_at < @until",
            ("@until", approval.AskedAt.ToUnixTimeMilliseconds() - (long)Kept.TotalMilliseconds)
        );
        ApprovalRows.Insert(transaction, approval);
        return approval;
    }

    private async Task EndOverdueAsync(CancellationToken cancellationToken)
    {
        var any = await store
            .ReadAsync(
                transaction =>
                {
                    using var command = Overdue(transaction, "SELECT 1 FROM approvals", "LIMIT 1");
                    return command.ExecuteScalar() is not null;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (any)
        {
            await store
                .WriteAsync(
                    transaction =>
                    {
                        EndOverdue(transaction);
                        return true;
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    // What has ended is marked as ended at once, so that no clock brings it back.
    private static void EndOverdue(StoreTransaction transaction)
    {
        using var command = Overdue(transaction, "UPDATE approvals SET state = 'ended', picture = NULL", "");
        command.ExecuteNonQuery();
    }

    private static DbCommand Overdue(StoreTransaction transaction, string start, string end)
    {
        var clock = transaction.ClockMilliseconds;
        return transaction.Command(
            $"""
            {start} WHERE state IN ('waiting', 'approved')
                AND (ends_at <= @now OR asked_clock <= @clock - @lifetime OR asked_clock > @clock + @tolerance) {end}
            """,
            ("@now", transaction.NowMilliseconds),
            ("@clock", clock),
            ("@lifetime", (long)Lifetime.TotalMilliseconds),
            ("@tolerance", (long)Tolerance.TotalMilliseconds)
        );
    }
}
