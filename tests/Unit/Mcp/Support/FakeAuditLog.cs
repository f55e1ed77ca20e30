using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>A log in memory that can be told to fail.</summary>
internal sealed class FakeAuditLog(TimeProvider? time = null) : IAuditLog
{
    private readonly Lock _gate = new();
    private readonly List<AuditEntry> _entries = [];
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Gets what was written, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Gets the intents.</summary>
    public IReadOnlyList<AuditEntry> Intents => [.. Entries.Where(entry => entry.Stage == AuditStage.Intent)];

    /// <summary>Gets the outcomes.</summary>
    public IReadOnlyList<AuditEntry> Outcomes => [.. Entries.Where(entry => entry.Stage == AuditStage.Outcome)];

    /// <summary>Gets or sets which entries cannot be written.</summary>
    public Func<AuditEntry, bool> Fails { get; set; } = _ => false;

    /// <summary>Gets or sets what happens before an entry is written, for example a wait.</summary>
    public Func<AuditEntry, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<AuditEntry> WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await Before(entry, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (Fails(entry))
        {
            throw new AuditStoreException("The disk of the log is full. Make room.");
        }

        lock (_gate)
        {
            var written = entry with { Number = _entries.Count + 1, At = _time.GetUtcNow() };
            _entries.Add(written);
            return written;
        }
    }

    public Task<int> CountCreationsAsync(string agent, long before, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var since = _time.GetUtcNow() - TimeSpan.FromDays(1);
            var count = _entries
                .Where(entry => entry.Stage == AuditStage.Intent && entry.IsCreation && entry.Agent == agent)
                .Where(entry => entry.Number < before && entry.At > since)
                .Count(entry => Counts(OutcomeOf(entry)));
            return Task.FromResult(count);
        }
    }

    private AuditOutcome? OutcomeOf(AuditEntry intent) =>
        _entries.FirstOrDefault(entry => entry.Stage == AuditStage.Outcome && entry.CallId == intent.CallId)?.Outcome;

    private static bool Counts(AuditOutcome? outcome) => outcome is null or AuditOutcome.Done or AuditOutcome.Unknown;
}
