using System.CommandLine;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Shows which calls wait for a person, and takes the person's yes or no.</summary>
internal sealed class ApprovalsCommand : Command
{
    private const string Help = """
        Shows which calls of agents wait for you, and takes your yes or no. A yes holds for exactly what is shown, once, and ends ten
        minutes after the agent asked. Every decision is in the log.

        Example: pinterest-mcp approvals list
        Example: pinterest-mcp approvals show K7QXABCDEF
        Example: pinterest-mcp approvals approve K7QXABCDEF
        """;

    // Who decides, as it stands in the log.
    private const string By = "command";
    private const string Yes = "yes";

    private readonly Argument<string> _id = new("ID") { Description = "The id of the approval: ten characters." };
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Also those that were decided or have ended, of the last 30 days.",
    };
    private readonly Option<bool> _yes = new("--yes") { Description = "Say yes without being asked." };
    private readonly StoreOption _store = new();
    private readonly TextWriter _output;
    private readonly TextWriter _errors;
    private readonly ApprovalsTerminal _terminal;

    public ApprovalsCommand(TextWriter output, TextWriter errors, ApprovalsTerminal? terminal = null)
        : base("approvals", Help)
    {
        _output = output;
        _errors = errors;
        _terminal = terminal ?? new ApprovalsTerminal();
        _store.AddTo(this, isRecursive: true);
        Add(Part("list", "Lists what waits, the newest first.", ListAsync, _all));
        Add(Part("show", "Shows exactly what would be sent.", ShowAsync, _id));
        Add(Part("approve", "Shows exactly what will be sent, and says yes to it.", ApproveAsync, _id, _yes));
        Add(Part("deny", "Says no.", DenyAsync, _id));
    }

    private delegate Task<int> Step(StoredApprovals approvals, ParseResult parsed, CancellationToken cancellationToken);

    private Command Part(string name, string description, Step step, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var argument in symbols.OfType<Argument>())
        {
            command.Add(argument);
        }

        foreach (var option in symbols.OfType<Option>())
        {
            command.Add(option);
        }

        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var store = _store.OpenExisting(parsed, _terminal.Time);
                return await step(new StoredApprovals(store, new StoredAuditLog(store)), parsed, cancellationToken);
            }
        );
        return command;
    }

    private async Task<int> ListAsync(
        StoredApprovals approvals,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var list = await approvals.ListAsync(!parsed.GetValue(_all), cancellationToken);
        if (list.Count == 0)
        {
            await _output.WriteLineAsync("Nothing waits for you.");
        }

        foreach (var approval in list)
        {
            await _output.WriteLineAsync(ApprovalText.Line(approval));
        }

        return ExitCodes.Good;
    }

    private async Task<int> ShowAsync(
        StoredApprovals approvals,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var approval = await FindAsync(approvals, parsed, cancellationToken);
        foreach (var line in ApprovalText.Lines(approval))
        {
            await _output.WriteLineAsync(line);
        }

        return ExitCodes.Good;
    }

    private async Task<int> ApproveAsync(
        StoredApprovals approvals,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var approval = await FindAsync(approvals, parsed, cancellationToken);
        await ShowAsync(approvals, parsed, cancellationToken);
        if (approval.State != ApprovalState.Waiting)
        {
            return await TooLateAsync(approval);
        }

        if (!parsed.GetValue(_yes) && !await IsConfirmedAsync(cancellationToken))
        {
            await _errors.WriteLineAsync("Nothing was approved.");
            return ExitCodes.Found;
        }

        var decided = await approvals.ApproveAsync(approval.Id, By, cancellationToken);
        if (decided is not { State: ApprovalState.Approved, DecidedBy: By })
        {
            return await TooLateAsync(decided ?? approval);
        }

        await _output.WriteLineAsync(
            $"Approved. The agent may make this call once, until {ApprovalText.Time(decided.EndsAt)}."
        );
        return ExitCodes.Good;
    }

    private async Task<int> DenyAsync(
        StoredApprovals approvals,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var approval = await FindAsync(approvals, parsed, cancellationToken);
        var decided = await approvals.DenyAsync(approval.Id, By, cancellationToken) ?? approval;
        if (decided.State != ApprovalState.Denied)
        {
            return await TooLateAsync(decided);
        }

        await _output.WriteLineAsync($"Denied: {ApprovalText.Line(decided)}");
        return ExitCodes.Good;
    }

    private async Task<Approval> FindAsync(
        StoredApprovals approvals,
        ParseResult parsed,
        CancellationToken cancellationToken
    ) =>
        await approvals.FindAsync(parsed.GetValue(_id)!, cancellationToken)
        ?? throw new CommandException(
            $"There is no approval '{HarmlessText.Line(parsed.GetValue(_id), 20)}'. 'pinterest-mcp approvals list' shows those that wait."
        );

    private async Task<int> TooLateAsync(Approval approval)
    {
        await _errors.WriteLineAsync(
            $"The approval {approval.Id} is {ApprovalText.State(approval)} already. Nothing was changed."
        );
        return ExitCodes.Found;
    }

    private async Task<bool> IsConfirmedAsync(CancellationToken cancellationToken)
    {
        if (!_terminal.IsInteractive)
        {
            throw new CommandException("A yes is typed on a terminal. Without one, add --yes.");
        }

        await _output.WriteAsync("Type yes to approve exactly this: ");
        await _output.FlushAsync(cancellationToken);
        var answer = await _terminal.ReadLineAsync(cancellationToken);
        return string.Equals(answer?.Trim(), Yes, StringComparison.OrdinalIgnoreCase);
    }
}
