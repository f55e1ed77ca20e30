using System.Diagnostics;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>Both entries of the log about one call: the intent before it, the outcome after it.</summary>
internal sealed class CallRecord
{
    private const int MostIds = 100;
    private const int LongestTool = 100;
    private const int LongestText = 16 * 1024;

    private readonly AgentGateOptions _options;
    private readonly string _id = Guid.CreateVersion7().ToString("N");
    private readonly long _start;
    private readonly string _tool;
    private readonly bool _isJudged;
    private long _intent;
    private Activity? _activity;

    public CallRecord(AgentGateOptions options, AgentIdentity agent, AgentCall call)
    {
        _options = options;
        _start = options.TimeProvider.GetTimestamp();
        _tool = Cut(call.Tool, LongestTool);
        _isJudged = true;
        Agent = agent;
        Call = call;
    }

    /// <summary>Makes the record of a call that cannot be judged.</summary>
    public CallRecord(AgentGateOptions options, AgentIdentity agent, string tool, string arguments)
        : this(
            options,
            agent,
            new AgentCall
            {
                Tool = tool.Length == 0 ? "(none)" : tool,
                Area = Area.Status,
                Kind = CallKind.Read,
                Operations = [],
                Arguments = arguments,
            }
        )
    {
        _isJudged = false;
    }

    public AgentIdentity Agent { get; }

    /// <summary>Gets or sets the call, as far as it is completed.</summary>
    public AgentCall Call { get; set; }

    public string? Account { get; set; }

    public CallDecision? Decision { get; set; }

    public Approval? Approval { get; set; }

    public GrantedCall? Granted { get; set; }

    public PinterestCapture Capture { get; } = new();

    /// <summary>Writes the intent.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> BeginAsync(CancellationToken cancellationToken)
    {
        _activity = AuditTelemetry.Start(Agent.Name, Call);
        var entry = Entry(AuditStage.Intent) with { Sentence = AuditSentence.Intent(Agent.Name, Action()) };
        try
        {
            var written = await _options.Log.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
            _intent = written.Number;
            return _intent;
        }
        catch
        {
            _activity?.Dispose();
            throw;
        }
    }

    /// <summary>Writes the outcome. The caller's cancellation does not end it; a time limit does.</summary>
    /// <exception cref="AuditStoreException">It cannot be written; the message says whether the call was made.</exception>
    public async Task EndAsync(AuditOutcome outcome, Exception? error)
    {
        var entry = Outcome(outcome, error);
        using var limit = new CancellationTokenSource(_options.OutcomeTimeout, _options.TimeProvider);
        try
        {
            entry = await _options.Log.WriteAsync(entry, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is AuditStoreException or OperationCanceledException)
        {
            throw new AuditStoreException(NotWritten(outcome, failure), failure);
        }
        finally
        {
            AuditTelemetry.Stop(_activity, entry);
        }
    }

    private string NotWritten(AuditOutcome outcome, Exception failure)
    {
        var made = outcome switch
        {
            AuditOutcome.Done => "The call was made and succeeded",
            AuditOutcome.Unknown => "The call was made, and it is unknown whether it changed something",
            AuditOutcome.Failed => "The call failed and changed nothing",
            _ => "Nothing was changed",
        };
        var reason = failure is AuditStoreException ? failure.Message : "The log did not answer in time.";
        return $"{made}, but its outcome could not be written into the log: {reason} The log has its intent, entry {_intent}.";
    }

    private AuditEntry Outcome(AuditOutcome outcome, Exception? error)
    {
        var last = Capture.Last;
        var kind = KindOf(error);
        var used = Approval is { State: ApprovalState.Used } approval ? approval : null;
        return Entry(AuditStage.Outcome) with
        {
            Decision = Word(Decision?.Verdict),
            Rule = Decision?.Rule,
            ApprovalId = Approval?.Id,
            ApprovedBy = used?.DecidedBy,
            ApprovedAt = used?.DecidedAt,
            Boards = Ids(Call.Boards, Granted?.Boards),
            Pins = Ids(Call.Pins, Granted?.Pins),
            Outcome = outcome,
            ErrorKind = kind,
            RequestId = last?.RequestId,
            Milliseconds = Math.Round(_options.TimeProvider.GetElapsedTime(_start).TotalMilliseconds, 3),
            Remaining = last?.RateLimit?.Remaining,
            Sentence = AuditSentence.Of(Agent.Name, Action(), outcome, Decision, used ?? Approval, kind),
            Texts = _options.LogTexts && _isJudged ? Texts() : null,
        };
    }

    private AuditEntry Entry(AuditStage stage) =>
        new()
        {
            CallId = _id,
            Stage = stage,
            Agent = Agent.Name,
            Session = Agent.Session,
            Account = Account,
            Tool = _tool,
            Operation = Call.Operations.Count > 0 ? Call.Operations[0] : null,
            Area = _isJudged ? GrantWords.Of(Call.Area) : null,
            ArgumentsHash = CallHash.Of(Call.Tool, Call.Arguments),
            IsCreation = Call.IsCreation && !GrantRules.IsRehearsed(Call, _options.IsDryRun),
            Sentence = "",
        };

    private string? Texts()
    {
        var texts = string.Join('\n', Call.Summary.Lines.Select(line => $"{line.Name}: {line.Text}"));
        return texts.Length == 0 || TokenText.IsIn(texts) ? null : Cut(texts, LongestText);
    }

    private static string[] Ids(IReadOnlyList<string> asked, IReadOnlyList<string>? touched) =>
        [.. asked.Concat(touched ?? []).Distinct().Take(MostIds)];

    private static string? KindOf(Exception? error) =>
        error switch
        {
            null or AccessDeniedException or ApprovalNeededException => null,
            PinterestApiException api => api.Kind.ToString(),
            PinterestException => error.GetType().Name.Replace("Pinterest", "").Replace("Exception", ""),
            OperationCanceledException => "Cancelled",
            _ => error.GetType().Name,
        };

    // A token that an agent put into a name must not come into the log with it.
    private string Action()
    {
        var action = Granted?.Action is { Length: > 0 } done ? done : AuditSentence.ActionOf(Call);
        return TokenText.IsIn(action) ? AuditSentence.ActionOf(_tool) : action;
    }

    private static string? Word(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Allowed => "allowed",
            Verdict.Ask => "ask",
            Verdict.Denied => "denied",
            _ => null,
        };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
