using System.CommandLine;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Commands;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Commands;

/// <summary>A person sees exactly what will be sent, and says yes or no to that.</summary>
public sealed class ApprovalsCommandTests : IDisposable
{
    private readonly StoredLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task The_list_has_a_line_for_each_that_waits()
    {
        var asked = await AskAsync();
        var (_, output) = await RunAsync(["list"]);
        Assert.Equal($"{asked.Id}  waiting   blog-helper: put a Pin on the board \"Kitchens\"\n", output);

        await _log.Approvals.DenyAsync(asked.Id, "page", default);
        Assert.Equal("Nothing waits for you.\n", (await RunAsync(["list"])).Output);
        Assert.StartsWith($"{asked.Id}  denied ", (await RunAsync(["list", "--all"])).Output);
    }

    [Fact]
    public async Task Everything_that_will_be_sent_is_shown()
    {
        var asked = await AskAsync();

        var (code, output) = await RunAsync(["show", asked.Id.ToLowerInvariant()]);

        Assert.Equal(ExitCodes.Good, code);
        Assert.Equal(
            $"""
            Approval {asked.Id}: waiting. Asked at 20:59:00 UTC, ends at 21:09:00 UTC.
            Agent: blog-helper
            Account: default
            Tool: pinterest_create_pin (pins/create)
            The agent would have: put a Pin on the board "Kitchens"
              Board: Kitchens
              Title: Oak table
            Picture: https://i.pinimg.com/a.jpg
            Picture from a file: 3 bytes, SHA-256 039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81
            Hash of the call: {asked.Hash}

            """,
            output
        );
    }

    [Theory]
    [InlineData("yes", ApprovalState.Approved)]
    [InlineData(" YES ", ApprovalState.Approved)]
    [InlineData("y", ApprovalState.Waiting)]
    [InlineData("no", ApprovalState.Waiting)]
    [InlineData("", ApprovalState.Waiting)]
    public async Task Only_a_typed_yes_is_a_yes(string answer, ApprovalState state)
    {
        var asked = await AskAsync();

        var (code, output) = await RunAsync(["approve", asked.Id], answer);

        Assert.Equal(state == ApprovalState.Approved, code == ExitCodes.Good);
        Assert.Contains("Title: Oak table", output);
        var found = await _log.Approvals.FindAsync(asked.Id, default);
        Assert.Equal(state, found!.State);
        Assert.Equal(state == ApprovalState.Approved ? "command" : null, found.DecidedBy);
    }

    [Fact]
    public async Task Without_a_terminal_a_yes_is_an_option()
    {
        var asked = await AskAsync();
        var error = await Assert.ThrowsAsync<CommandException>(() => RunAsync(["approve", asked.Id]));
        Assert.Contains("--yes", error.Message);

        var (code, output) = await RunAsync(["approve", asked.Id, "--yes"]);

        Assert.Equal(ExitCodes.Good, code);
        Assert.EndsWith("Approved. The agent may make this call once, until 21:09:00 UTC.\n", output);
    }

    [Fact]
    public async Task A_no_is_a_no_and_what_is_decided_is_not_decided_again()
    {
        var asked = await AskAsync();
        Assert.Equal(ExitCodes.Good, (await RunAsync(["deny", asked.Id])).Code);

        Assert.Equal(ExitCodes.Found, (await RunAsync(["approve", asked.Id, "--yes"])).Code);
        Assert.Equal(ApprovalState.Denied, (await _log.Approvals.FindAsync(asked.Id, default))!.State);
    }

    [Fact]
    public async Task A_question_that_ended_takes_no_yes()
    {
        var asked = await AskAsync();
        _log.Time.Advance(SqliteApprovals.Lifetime);

        var (code, output) = await RunAsync(["approve", asked.Id, "--yes"]);

        Assert.Equal(ExitCodes.Found, code);
        Assert.Contains("ended", output);
    }

    [Fact]
    public async Task An_unknown_id_is_told()
    {
        await AskAsync();

        var error = await Assert.ThrowsAsync<CommandException>(() => RunAsync(["show", "\u001bNOTHING"]));

        Assert.Contains("There is no approval", error.Message);
        Assert.DoesNotContain('\u001b', error.Message);
    }

    [Fact]
    public async Task Hostile_texts_do_nothing_to_the_terminal()
    {
        const string Hostile = "x\u001b[2J\r\nApproval AAAA: approved\u202E";
        var call = StoredLog.Call() with
        {
            Summary = new CallSummary
            {
                Action = Hostile,
                Lines = [new SummaryLine(Hostile, Hostile)],
                Picture = Hostile,
            },
        };
        var asked = await _log.Approvals.AskAsync(Hostile, Hostile, call, default);

        var (_, output) = await RunAsync(["show", asked.Id]);

        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\u202E', output);
        Assert.Single(output.Split('\n'), line => line.StartsWith("Approval", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_decision_is_in_the_log()
    {
        var asked = await AskAsync();
        await RunAsync(["approve", asked.Id, "--yes"]);

        var entry = Assert.Single(await _log.Log.QueryAsync(new AuditFilter(), default));

        Assert.Equal(("command", asked.Id), (entry.ApprovedBy, entry.ApprovalId));
    }

    private Task<Approval> AskAsync() => _log.Approvals.AskAsync("blog-helper", "default", StoredLog.Call(), default);

    private async Task<(int Code, string Output)> RunAsync(string[] arguments, string? answer = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var answers = answer is null ? null : new StringReader(answer);
        var command = new ApprovalsCommand(output, TextWriter.Null, new ApprovalsTerminal(answers, _log.Time));
        var parsed = command.Parse([.. arguments, "--store", _log.Path]);
        Assert.Empty(parsed.Errors);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
