using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>One call on its way: judged, completed, judged again, approved, made.</summary>
internal sealed class CallRun<T>(CallJudge judge, AgentGateOptions options, CallSteps<T> steps, CallRecord record)
{
    private CallScope? _making;

    /// <summary>Gets whether the call was rehearsed.</summary>
    public bool IsRehearsed { get; private set; }

    /// <summary>Makes the call.</summary>
    /// <param name="number">The number of its intent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> RunAsync(long number, CancellationToken cancellationToken)
    {
        try
        {
            var judged = await DecideAsync(creations: null, cancellationToken).ConfigureAwait(false);
            var client = await options.Accounts.GetAsync(judged.Grant.Account, cancellationToken).ConfigureAwait(false);
            client = client.With(new PinterestCallOptions { Capture = record.Capture });
            if (steps.Complete is { } complete)
            {
                await CompleteAsync(complete, client, cancellationToken).ConfigureAwait(false);
            }

            // The grant may have changed meanwhile, and only now is known what the call touches.
            judged = await DecideAsync(Creations, cancellationToken).ConfigureAwait(false);
            if (judged.Decision.Verdict == Verdict.Ask)
            {
                await new CallApproval(options, record)
                    .GetAsync(judged.Grant, () => DecideAsync(Creations, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
                record.Decision = judged.Decision with { Verdict = Verdict.Allowed };
            }

            return await MakeAsync(client, judged.Grant.Limits.Folder, cancellationToken).ConfigureAwait(false);
        }
        catch (AccessDeniedException error)
        {
            record.Decision = error.Decision;
            throw;
        }

        Task<int> Creations(CancellationToken cancelled) =>
            options.Log.CountCreationsAsync(record.Agent.Name, number, cancelled);
    }

    /// <summary>Says what became of the call that failed.</summary>
    public AuditOutcome OutcomeOf(Exception error) =>
        error switch
        {
            ApprovalNeededException => AuditOutcome.Waiting,
            _ when _making is { MayHaveChanged: true } => AuditOutcome.Unknown,
            PinterestException { MayHaveHappened: true } when _making is not null => AuditOutcome.Unknown,
            AccessDeniedException => AuditOutcome.Denied,
            _ => AuditOutcome.Failed,
        };

    private async Task<JudgedCall> DecideAsync(
        Func<CancellationToken, Task<int>>? creations,
        CancellationToken cancellationToken
    )
    {
        var judged = await judge.DecideAsync(record.Call, creations, cancellationToken).ConfigureAwait(false);
        record.Account = judged.Grant.Account;
        record.Decision = judged.Decision;
        return judged.Decision.Verdict == Verdict.Denied ? throw new AccessDeniedException(judged.Decision) : judged;
    }

    private async Task CompleteAsync(
        Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>> complete,
        IPinterestClient client,
        CancellationToken cancellationToken
    )
    {
        using var scope = CallScope.Open(record.Call.LookUps);
        var completed = await complete(record.Call, client, cancellationToken).ConfigureAwait(false);

        // What was judged stays; the look-up adds what the call touches. The arguments may get the hash of a file, so that
        // an approval holds for its bytes and not for its name only.
        record.Call = record.Call with
        {
            Arguments = completed.Arguments,
            Boards = completed.Boards,
            Pins = completed.Pins,
            LinkHosts = completed.LinkHosts,
            Files = completed.Files,
            IsSecret = record.Call.IsSecret || completed.IsSecret,
            IsVisible = completed.IsVisible,
            CostsMoney = record.Call.CostsMoney || completed.CostsMoney,
            Summary = completed.Summary,
        };
    }

    private async Task<T> MakeAsync(IPinterestClient client, string? folder, CancellationToken cancellationToken)
    {
        var call = record.Call;
        IsRehearsed = GrantRules.IsRehearsed(call, options.IsDryRun);
        var operations = IsRehearsed ? call.LookUps : (IEnumerable<string>)[.. call.Operations, .. call.LookUps];
        using var scope = CallScope.Open(operations);
        _making = scope;
        record.Granted = new GrantedCall(call, client, folder);
        var make = IsRehearsed ? steps.Rehearse : steps.Make;
        cancellationToken.ThrowIfCancellationRequested();
        return await make(record.Granted, cancellationToken).ConfigureAwait(false);
    }
}
