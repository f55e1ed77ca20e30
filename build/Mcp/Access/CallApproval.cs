using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// Gets the yes that one call needs: one that waits in the store, or, where the grant says <c>confirmBy: client</c>, that
/// of the agent's client. Either is used up.
/// </summary>
internal sealed class CallApproval(AgentGateOptions options, CallRecord record)
{
    /// <summary>The rule that refuses an answer of a client which does not count.</summary>
    public const string ConfirmationRule = "confirmation";

    private const string Rule = "approval";

    private readonly string _hash = CallHash.Of(record.Call);

    /// <summary>Gets the yes, or throws.</summary>
    /// <param name="grant">The grant that wants it.</param>
    /// <param name="decideAgain">Judges the call once more: the grant may have changed while a client was asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AccessDeniedException">Somebody said no, or the answer of the client does not count.</exception>
    /// <exception cref="ApprovalNeededException">Nobody has said yes yet.</exception>
    public async Task GetAsync(
        AgentGrant grant,
        Func<Task<JudgedCall>> decideAgain,
        CancellationToken cancellationToken
    )
    {
        var client = ClientOf(grant);
        if (client?.Reply is { } reply)
        {
            await ReadReplyAsync(grant, reply, cancellationToken).ConfigureAwait(false);
            return;
        }

        record.Approval = await UseAsync(grant, cancellationToken).ConfigureAwait(false);
        if (record.Approval is not null)
        {
            return;
        }

        var asked = await AskAsync(grant, cancellationToken).ConfigureAwait(false);
        record.Approval = asked;

        // A person may have said yes between the two.
        if (
            asked.State == ApprovalState.Approved
            && await UseAsync(grant, cancellationToken).ConfigureAwait(false) is { } used
        )
        {
            record.Approval = used;
            return;
        }

        if (asked.State == ApprovalState.Denied)
        {
            throw SaidNo(asked);
        }

        var answer = await AskClientAsync(client, asked, cancellationToken).ConfigureAwait(false);
        if (answer is ClientAnswer.None or ClientAnswer.Later)
        {
            throw new ApprovalNeededException(asked)
            {
                ClientState =
                    answer is ClientAnswer.Later
                        ? await options.Confirmation!.MakeAsync(asked, cancellationToken).ConfigureAwait(false)
                        : null,
            };
        }

        var now = await decideAgain().ConfigureAwait(false);
        if (now.Grant.Account != grant.Account || ClientOf(now.Grant) is null)
        {
            throw Denied(ConfirmationRule, "The grant was changed while the client was asked. Call again.");
        }

        await DecideAsync(grant, asked.Id, answer is ClientAnswer.Yes, cancellationToken).ConfigureAwait(false);
    }

    private IAgentClient? ClientOf(AgentGrant grant) =>
        grant.ConfirmBy == ConfirmBy.Client && options.Confirmation is not null ? record.Agent.Client : null;

    // Only a state that this server gave out for exactly this call, and that has not ended, joins an answer to a question.
    private async Task ReadReplyAsync(AgentGrant grant, ClientReply reply, CancellationToken cancellationToken)
    {
        var id = await options
            .Confirmation!.CheckAsync(reply.State, record.Agent.Name, grant.Account, _hash, cancellationToken)
            .ConfigureAwait(false);
        if (id is null)
        {
            throw Denied(
                ConfirmationRule,
                "The client sent an answer to a question that was not asked about exactly this call, or that has ended. "
                    + "Call again without an answer."
            );
        }

        await DecideAsync(grant, id, reply.IsYes, cancellationToken).ConfigureAwait(false);
    }

    private async Task DecideAsync(AgentGrant grant, string id, bool isYes, CancellationToken cancellationToken)
    {
        var decided = isYes
            ? await options
                .Approvals.ApproveAsync(id, SqliteApprovals.ByClient, cancellationToken)
                .ConfigureAwait(false)
            : await options.Approvals.DenyAsync(id, SqliteApprovals.ByClient, cancellationToken).ConfigureAwait(false);
        record.Approval = decided;
        if (decided is { State: ApprovalState.Denied })
        {
            throw SaidNo(decided);
        }

        if (!isYes)
        {
            throw Denied(Rule, "The agent's client said no to this call. Do not ask again; do something else.");
        }

        var used = decided is { State: ApprovalState.Approved }
            ? await UseAsync(grant, cancellationToken).ConfigureAwait(false)
            : null;
        record.Approval =
            used
            ?? throw Denied(
                ConfirmationRule,
                "The answer of the client was used already, or its question has ended. Call again without an answer."
            );
    }

    private async Task<ClientAnswer> AskClientAsync(
        IAgentClient? client,
        Approval approval,
        CancellationToken cancellationToken
    )
    {
        if (client is null)
        {
            return ClientAnswer.None;
        }

        using var limit = new CancellationTokenSource(options.ConfirmationTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await client.AskAsync(approval, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ClientAnswer.None;
        }
    }

    private Task<Approval?> UseAsync(AgentGrant grant, CancellationToken cancellationToken) =>
        options.Approvals.TryUseAsync(record.Agent.Name, grant.Account, _hash, cancellationToken);

    private async Task<Approval> AskAsync(AgentGrant grant, CancellationToken cancellationToken)
    {
        try
        {
            return await options
                .Approvals.AskAsync(record.Agent.Name, grant.Account, record.Call, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (InvalidOperationException error)
        {
            throw Denied("approvals.limit", error.Message);
        }
    }

    private static AccessDeniedException SaidNo(Approval approval)
    {
        var who = approval.DecidedBy == SqliteApprovals.ByClient ? "The agent's client" : "A person";
        return Denied(
            Rule,
            $"{who} said no to this call (approval {approval.Id}). Do not ask again; do something else."
        );
    }

    private static AccessDeniedException Denied(string rule, string reason) =>
        new(new CallDecision(Verdict.Denied, rule, reason));
}
