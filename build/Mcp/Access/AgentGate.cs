using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>The one way from an agent to Pinterest. Safe for use by many threads at once.</summary>
public sealed class AgentGate : IAgentGate
{
    private readonly AgentGateOptions _options;

    /// <summary>Makes a gate.</summary>
    /// <param name="options">What it works with.</param>
    public AgentGate(AgentGateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(
        AgentIdentity agent,
        AgentCall call,
        CallSteps<T> steps,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(steps);
        var judge = new CallJudge(_options, agent);

        // With the intent, so that after a crash it is known which account to look at.
        var record = new CallRecord(_options, agent, call) { Account = judge.FindAccount() };
        var number = await record.BeginAsync(cancellationToken).ConfigureAwait(false);
        var run = new CallRun<T>(judge, _options, steps, record);
        T result;
        try
        {
            result = await run.RunAsync(number, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await record.EndAsync(run.OutcomeOf(error), error).ConfigureAwait(false);
            if (error is PinterestTokenStoreException)
            {
                throw CallJudge.TokenStore();
            }

            throw;
        }

        await record.EndAsync(run.IsRehearsed ? AuditOutcome.DryRun : AuditOutcome.Done, null).ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask<CallDecision> JudgeAsync(
        AgentIdentity agent,
        AgentCall call,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            var judged = await new CallJudge(_options, agent)
                .DecideAsync(call, creations: null, cancellationToken)
                .ConfigureAwait(false);
            return judged.Decision;
        }
        catch (AccessDeniedException error)
        {
            return error.Decision;
        }
    }

    /// <inheritdoc/>
    public async Task RefuseAsync(
        AgentIdentity agent,
        string tool,
        string arguments,
        CallDecision decision,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(decision);
        var record = new CallRecord(_options, agent, tool, arguments);
        await record.BeginAsync(cancellationToken).ConfigureAwait(false);
        record.Decision = decision with { Verdict = Verdict.Denied };
        await record.EndAsync(AuditOutcome.Denied, null).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<AgentGrant> GetGrantAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agent);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new CallJudge(_options, agent).Grant());
    }
}
