using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

/// <summary>The answer of an agent's client counts where the grant says so, once, and for exactly one call.</summary>
public sealed class CallApprovalTests : IDisposable
{
    private const string Guessed = "K7QXABCDEF.99999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private readonly StoredLog _stored = new();
    private readonly GateWorld _world;

    public CallApprovalTests()
    {
        _world = World();
    }

    [Fact]
    public async Task A_yes_sends_the_call_once_and_the_log_names_the_client()
    {
        var client = new FakeClient(ClientAnswer.Yes);
        await RunAsync(client);

        var asked = Assert.Single(client.Asked);
        Assert.Contains("Kitchens", asked.Summary.Action, StringComparison.Ordinal);
        Assert.Single(_world.Pinterest.Requests);
        Assert.Equal(ApprovalState.Used, (await _stored.Approvals.FindAsync(asked.Id, default))!.State);
        Assert.Contains("The client of blog-helper approved it", await LastSentenceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_refuses_the_call_and_the_same_call_again()
    {
        var error = await RefusedAsync(new FakeClient(ClientAnswer.No));
        Assert.Equal("approval", error.Decision.Rule);

        error = await RefusedAsync(new FakeClient(ClientAnswer.Yes));
        Assert.Contains("client said no", error.Decision.Reason, StringComparison.Ordinal);
        Assert.Contains("but was refused", await LastSentenceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_hangs_leaves_the_call_to_a_person()
    {
        var never = new TaskCompletionSource<ClientAnswer>();
        var asked = new TaskCompletionSource();
        var client = new FakeClient(
            (_, _) =>
            {
                asked.SetResult();
                return never.Task;
            }
        );
        var running = RunAsync(client);
        await asked.Task;
        _stored.Time.Advance(TimeSpan.FromMinutes(5));

        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() => running);
        Assert.Null(waiting.ClientState);
        await _stored.Approvals.ApproveAsync(waiting.Approval.Id, "command", default);
        await RunAsync(client);
        Assert.Single(_world.Pinterest.Requests);
        Assert.Contains("The account's owner approved it", await LastSentenceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_cannot_ask_leaves_the_call_to_a_person()
    {
        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() =>
            RunAsync(new FakeClient(ClientAnswer.None))
        );

        Assert.Null(waiting.ClientState);
        Assert.Empty(_world.Pinterest.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Guessed)]
    public async Task Where_a_person_confirms_no_client_is_asked_or_heard(string? state)
    {
        _world.Grant = _world.Grant! with { ConfirmBy = ConfirmBy.Person };
        var client = new FakeClient(ClientAnswer.Yes) { Reply = state is null ? null : new ClientReply(state, true) };

        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() => RunAsync(client));
        Assert.Null(waiting.ClientState);
        Assert.Empty(client.Asked);
    }

    [Fact]
    public async Task A_grant_that_is_changed_while_the_client_is_asked_counts()
    {
        var before = _world.Grant!;
        foreach (
            var after in new[] { null, before with { ConfirmBy = ConfirmBy.Person }, before with { Account = "x" } }
        )
        {
            _world.Grant = before;
            await RefusedAsync(
                new FakeClient(
                    (_, _) =>
                    {
                        _world.Grant = after;
                        return Task.FromResult(ClientAnswer.Yes);
                    }
                )
            );
        }

        Assert.Empty(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task A_later_answer_counts_once()
    {
        var state = await StateAsync();

        await RunAsync(Replying(state));
        var error = await RefusedAsync(Replying(state));

        Assert.Equal(CallApproval.ConfirmationRule, error.Decision.Rule);
        Assert.Single(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task A_later_no_refuses_the_call()
    {
        var state = await StateAsync();

        Assert.Equal("approval", (await RefusedAsync(Replying(state, isYes: false))).Decision.Rule);
        Assert.Equal("approval", (await RefusedAsync(Replying(state))).Decision.Rule);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Guessed)]
    public async Task A_made_up_state_is_refused_and_logged(string? state)
    {
        await StateAsync();
        var error = await RefusedAsync(Replying(state));

        Assert.Equal(CallApproval.ConfirmationRule, error.Decision.Rule);
        Assert.Contains("but was refused", await LastSentenceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_of_another_call_or_agent_is_refused()
    {
        var state = await StateAsync();
        var other = Calls.CreatePin() with { Arguments = """{"board":"7","title":"Another Pin"}""" };

        Assert.Equal(CallApproval.ConfirmationRule, (await RefusedAsync(Replying(state), other)).Decision.Rule);
        _world.Agent = new AgentIdentity("other", "session-2");
        Assert.Equal(CallApproval.ConfirmationRule, (await RefusedAsync(Replying(state))).Decision.Rule);
    }

    [Fact]
    public async Task A_state_ends_with_its_question()
    {
        var state = await StateAsync();
        _stored.Time.Advance(SqliteApprovals.Lifetime);

        Assert.Equal(CallApproval.ConfirmationRule, (await RefusedAsync(Replying(state))).Decision.Rule);
    }

    [Fact]
    public async Task Of_two_servers_that_are_given_one_state_one_sends()
    {
        var state = await StateAsync();
        using var second = World();
        var calls = new[] { _world, second }.Select(world =>
            Record.ExceptionAsync(() => Task.Run(() => RunAsync(Replying(state), world: world)))
        );
        var errors = await Task.WhenAll(calls);

        Assert.Single(errors, error => error is null);
        Assert.Single(errors, error => error is AccessDeniedException);
        Assert.Equal(1, _world.Pinterest.Requests.Count + second.Pinterest.Requests.Count);
    }

    [Fact]
    public async Task An_old_state_does_not_use_the_yes_of_a_person()
    {
        var old = await StateAsync();
        await RunAsync(Replying(old));
        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() =>
            RunAsync(new FakeClient(ClientAnswer.None))
        );
        await _stored.Approvals.ApproveAsync(waiting.Approval.Id, "command", default);

        await RefusedAsync(Replying(old));
        await RunAsync(new FakeClient(ClientAnswer.None));
        Assert.Equal(2, _world.Pinterest.Requests.Count);
    }

    public void Dispose()
    {
        _world.Dispose();
        _stored.Dispose();
    }

    private static FakeClient Replying(string? state, bool isYes = true) =>
        new(ClientAnswer.Later) { Reply = new ClientReply(state, isYes) };

    private GateWorld World()
    {
        var approvals = _stored.NewApprovals();
        return new GateWorld(options =>
            options with
            {
                Log = _stored.Log,
                Approvals = approvals,
                Confirmation = new ClientConfirmation(_stored.Store),
                TimeProvider = _stored.Time,
            }
        )
        {
            Grant = Calls.All(AreaAccess.Full) with { ConfirmBy = ConfirmBy.Client },
        };
    }

    private async Task<string> StateAsync()
    {
        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() =>
            RunAsync(new FakeClient(ClientAnswer.Later))
        );
        return waiting.ClientState!;
    }

    private async Task<AccessDeniedException> RefusedAsync(FakeClient client, AgentCall? call = null)
    {
        var sent = _world.Pinterest.Requests.Count;
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => RunAsync(client, call));
        Assert.Equal(sent, _world.Pinterest.Requests.Count);
        return error;
    }

    private Task<string> RunAsync(IAgentClient client, AgentCall? call = null, GateWorld? world = null)
    {
        var used = world ?? _world;
        return used.Gate.RunAsync(
            used.Agent with
            {
                Client = client,
            },
            call ?? Calls.CreatePin(),
            new CallSteps<string> { Make = GateWorld.CreateAsync, Rehearse = (_, _) => Task.FromResult("") },
            default
        );
    }

    private async Task<string> LastSentenceAsync()
    {
        var entries = await _stored.Log.QueryAsync(new AuditFilter { EveryEntry = true }, default);
        return entries.First(entry => entry.Stage == AuditStage.Outcome).Sentence;
    }
}
