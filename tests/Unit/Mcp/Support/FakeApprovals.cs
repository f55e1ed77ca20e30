using System.Globalization;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>Approvals in memory, with the rules of the real store.</summary>
internal sealed class FakeApprovals(TimeProvider? time = null) : IApprovalStore
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly List<Approval> _all = [];
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Gets all approvals, oldest first.</summary>
    public IReadOnlyList<Approval> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all.Select(Now)];
            }
        }
    }

    public Task<Approval?> TryUseAsync(string agent, string account, string hash, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var found = Find(agent, account, hash, ApprovalState.Approved);
            return Task.FromResult(found is null ? null : Put(found with { State = ApprovalState.Used }));
        }
    }

    public Task<Approval> AskAsync(string agent, string account, AgentCall call, CancellationToken cancellationToken)
    {
        ApprovalSummary.Check(call.Summary);
        lock (_gate)
        {
            var hash = CallHash.Of(call);
            var found =
                Find(agent, account, hash, ApprovalState.Waiting)
                ?? Find(agent, account, hash, ApprovalState.Approved)
                ?? Find(agent, account, hash, ApprovalState.Denied);
            return Task.FromResult(found ?? Put(New(agent, account, call, hash)));
        }
    }

    public Task<Approval?> ApproveAsync(string id, string by, CancellationToken cancellationToken) =>
        Task.FromResult(Decide(id, by, ApprovalState.Approved));

    public Task<Approval?> DenyAsync(string id, string by, CancellationToken cancellationToken) =>
        Task.FromResult(Decide(id, by, ApprovalState.Denied));

    public Task<Approval?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(All.FirstOrDefault(approval => approval.Id == id));

    public Task<IReadOnlyList<Approval>> ListAsync(bool waitingOnly, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Approval>>([
            .. All.Reverse().Where(approval => !waitingOnly || approval.State == ApprovalState.Waiting),
        ]);

    private Approval? Decide(string id, string by, ApprovalState state)
    {
        lock (_gate)
        {
            var found = _all.Select(Now).FirstOrDefault(approval => approval.Id == id);
            return found is { State: ApprovalState.Waiting }
                ? Put(found with { State = state, DecidedBy = by, DecidedAt = _time.GetUtcNow() })
                : found;
        }
    }

    private Approval? Find(string agent, string account, string hash, ApprovalState state) =>
        _all.Select(Now)
            .LastOrDefault(one =>
                one.Agent == agent && one.Account == account && one.Hash == hash && one.State == state
            );

    private Approval New(string agent, string account, AgentCall call, string hash) =>
        new()
        {
            Id = "ask" + (_all.Count + 1).ToString("0000000", CultureInfo.InvariantCulture),
            Agent = agent,
            Account = account,
            Tool = call.Tool,
            Operation = call.Operations[0],
            Hash = hash,
            Summary = call.Summary,
            AskedAt = _time.GetUtcNow(),
            EndsAt = _time.GetUtcNow() + Life,
            State = ApprovalState.Waiting,
        };

    private Approval Put(Approval approval)
    {
        _all.RemoveAll(one => one.Id == approval.Id);
        _all.Add(approval);
        return approval;
    }

    private Approval Now(Approval approval) =>
        approval.State is ApprovalState.Used || approval.EndsAt > _time.GetUtcNow()
            ? approval
            : approval with
            {
                State = ApprovalState.Ended,
            };
}
