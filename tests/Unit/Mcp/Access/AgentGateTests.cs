using System.Net;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

public sealed class AgentGateTests : IDisposable
{
    private readonly GateWorld _world = new();

    [Fact]
    public async Task A_call_that_is_allowed_leaves_its_intent_before_and_its_outcome_after_it()
    {
        _world.Pinterest.Answer = (_, _) =>
        {
            Assert.Single(_world.Log.Entries);
            var answer = AnsweringHandler.Json("""{"id": "1"}""");
            answer.Headers.Add("x-pinterest-rid", "77");
            answer.Headers.Add("x-ratelimit-remaining", "41");
            return Task.FromResult(answer);
        };
        var result = await _world.RunAsync(
            Calls.CreatePin(),
            async (call, token) =>
            {
                call.TouchedPin("1");
                return await GateWorld.CreateAsync(call, token);
            }
        );
        Assert.Equal("made", result);
        var intent = Assert.Single(_world.Log.Intents);
        var outcome = Assert.Single(_world.Log.Outcomes);
        Assert.Equal(intent.CallId, outcome.CallId);
        Assert.True(intent.IsCreation);
        Assert.Equal(AuditOutcome.Done, outcome.Outcome);
        Assert.Equal("allowed", outcome.Decision);
        Assert.Equal("areas.pins=full", outcome.Rule);
        Assert.Equal(("me", "me"), (intent.Account, outcome.Account));
        Assert.Equal(["7"], outcome.Boards);
        Assert.Equal(["1"], outcome.Pins);
        Assert.Equal("77", outcome.RequestId);
        Assert.Equal(41, outcome.Remaining);
        Assert.Equal("""blog-helper put a Pin on the board "Kitchens".""", outcome.Sentence);
        Assert.Null(outcome.Texts);
    }

    [Fact]
    public async Task A_call_that_is_not_granted_is_refused_logged_and_not_sent()
    {
        _world.Grant = Calls.All(AreaAccess.Read);
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.Equal("areas.pins=read", error.Decision.Rule);
        var outcome = Assert.Single(_world.Log.Outcomes);
        Assert.Equal(AuditOutcome.Denied, outcome.Outcome);
        Assert.Equal("denied", outcome.Decision);
        Assert.Empty(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task Without_a_log_no_call_is_made()
    {
        _world.Log.Fails = _ => true;
        await Assert.ThrowsAsync<AuditStoreException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.Empty(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_written_says_that_the_call_was_made()
    {
        _world.Log.Fails = entry => entry.Stage == AuditStage.Outcome;
        var error = await Assert.ThrowsAsync<AuditStoreException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.StartsWith(
            "The call was made and succeeded, but its outcome could not",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Single(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task A_log_that_hangs_at_the_outcome_is_not_waited_for_for_ever()
    {
        _world.Log.Before = (entry, cancelled) =>
        {
            if (entry.Stage != AuditStage.Outcome)
            {
                return Task.CompletedTask;
            }

            _ = Task.Run(() => _world.Time.Advance(TimeSpan.FromMinutes(1)));
            return Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
        };
        var error = await Assert.ThrowsAsync<AuditStoreException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.Contains("did not answer in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_file_that_cannot_be_read_denies_and_says_where()
    {
        _world.Reading = () => throw new GrantFileException("grants.json, line 3: There is no area 'pin'.");
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _world.RunAsync(Calls.Read()));
        Assert.Equal("grants-file", error.Decision.Rule);
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revocation_works_even_while_the_call_is_looked_up()
    {
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            _world.RunAsync(
                Calls.CreatePin(),
                complete: (call, _, _) =>
                {
                    _world.Grant = null;
                    return Task.FromResult(call);
                }
            )
        );
        Assert.Equal("no-grant", error.Decision.Rule);
        Assert.Empty(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task A_look_up_sends_look_ups_only_and_its_facts_are_judged()
    {
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            _world.RunAsync(
                Calls.CreatePin(),
                complete: async (call, client, token) =>
                {
                    await client.SendAsync(
                        new PinterestRawCall(HttpMethod.Get, "/boards/{board_id}")
                        {
                            PathValues = new Dictionary<string, string> { ["board_id"] = "7" },
                        },
                        token
                    );
                    await Assert.ThrowsAsync<AccessDeniedException>(() =>
                        client.SendAsync(new PinterestRawCall(HttpMethod.Post, "/pins"), token)
                    );
                    return call with { IsSecret = true, Operations = ["boards/delete"], Arguments = "{}" };
                }
            )
        );
        Assert.Equal("secret", error.Decision.Rule);
        Assert.Equal(["GET /v5/boards/7"], _world.Pinterest.Requests);
        Assert.Equal("pins/create", _world.Log.Outcomes[0].Operation);
    }

    [Fact]
    public async Task A_creation_above_the_limit_of_the_day_is_denied()
    {
        _world.Grant = Calls.Everything() with { Limits = new GrantLimits { CreationsPerDay = 2 } };
        await _world.RunAsync(Calls.CreatePin());
        await _world.RunAsync(Calls.CreatePin());
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.Equal("limits.creationsPerDay", error.Decision.Rule);
        _world.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal("made", await _world.RunAsync(Calls.CreatePin()));
    }

    [Fact]
    public async Task A_call_waits_for_a_person_and_goes_through_once()
    {
        _world.Grant = Calls.All(AreaAccess.Full);
        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.Empty(_world.Pinterest.Requests);
        Assert.Equal(AuditOutcome.Waiting, _world.Log.Outcomes[^1].Outcome);

        await _world.Approvals.ApproveAsync(waiting.Approval.Id, "command", default);
        await Assert.ThrowsAsync<ApprovalNeededException>(() =>
            _world.RunAsync(Calls.CreatePin() with { Arguments = """{"board":"7","title":"Another"}""" })
        );
        Assert.Equal("made", await _world.RunAsync(Calls.CreatePin()));
        var done = _world.Log.Outcomes[^1];
        Assert.Equal(waiting.Approval.Id, done.ApprovalId);
        Assert.Equal("command", done.ApprovedBy);
        Assert.EndsWith("The account's owner approved it at 12:00 UTC.", done.Sentence, StringComparison.Ordinal);

        var second = await Assert.ThrowsAsync<ApprovalNeededException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.NotEqual(waiting.Approval.Id, second.Approval.Id);
        Assert.Single(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task A_no_of_a_person_denies_the_call()
    {
        _world.Grant = Calls.All(AreaAccess.Full);
        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() => _world.RunAsync(Calls.CreatePin()));
        await _world.Approvals.DenyAsync(waiting.Approval.Id, "page", default);
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.Equal("approval", error.Decision.Rule);
        Assert.Empty(_world.Pinterest.Requests);
    }

    [Fact]
    public async Task A_rehearsal_sends_nothing_and_is_logged_as_one()
    {
        using var world = new GateWorld(options => options with { IsDryRun = true });
        Assert.Equal("rehearsed", await world.RunAsync(Calls.CreatePin()));
        Assert.Equal(AuditOutcome.DryRun, Assert.Single(world.Log.Outcomes).Outcome);
        Assert.False(world.Log.Intents[0].IsCreation);
        Assert.Empty(world.Pinterest.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, AuditOutcome.Failed)]
    [InlineData(HttpStatusCode.NotFound, AuditOutcome.Failed)]
    [InlineData(HttpStatusCode.InternalServerError, AuditOutcome.Unknown)]
    public async Task A_failure_says_whether_something_may_have_changed(HttpStatusCode status, AuditOutcome outcome)
    {
        _world.Pinterest.Answer = (_, _) => Task.FromResult(AnsweringHandler.Json("""{"code": 1}""", status));
        await Assert.ThrowsAnyAsync<PinterestException>(() => _world.RunAsync(Calls.CreatePin()));
        Assert.Equal(outcome, Assert.Single(_world.Log.Outcomes).Outcome);
    }

    [Fact]
    public async Task A_write_that_was_cancelled_under_way_is_unknown()
    {
        using var cancellation = new CancellationTokenSource();
        _world.Pinterest.Answer = async (_, token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return AnsweringHandler.Json("{}");
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _world.RunAsync(Calls.CreatePin(), cancellationToken: cancellation.Token)
        );
        Assert.Equal(AuditOutcome.Unknown, Assert.Single(_world.Log.Outcomes).Outcome);
    }

    [Fact]
    public async Task A_failure_after_a_write_that_succeeded_is_unknown()
    {
        await Assert.ThrowsAsync<FormatException>(() =>
            _world.RunAsync(
                Calls.CreatePin(),
                async (call, token) =>
                {
                    await GateWorld.CreateAsync(call, token);
                    throw new FormatException();
                }
            )
        );
        Assert.Equal(AuditOutcome.Unknown, Assert.Single(_world.Log.Outcomes).Outcome);
    }

    [Fact]
    public async Task What_cannot_be_judged_leaves_both_entries()
    {
        var decision = new CallDecision(Verdict.Denied, "unknown-tool", "There is no such tool.");
        await _world.Gate.RefuseAsync(_world.Agent, "pinterest_fly", "{}", decision, default);
        Assert.Single(_world.Log.Intents);
        Assert.Equal("unknown-tool", Assert.Single(_world.Log.Outcomes).Rule);
    }

    [Fact]
    public async Task A_token_in_the_arguments_comes_into_no_entry()
    {
        const string Token = "pina_AAAAAAAAAAAAAAAAAAAAAAAA";
        var call = Calls.CreatePin() with
        {
            Arguments = $$"""{"title":"{{Token}}"}""",
            Summary = new CallSummary { Action = $"put \"{Token}\" on a board", Lines = [new("Title", Token)] },
        };
        using var world = new GateWorld(options => options with { LogTexts = true });
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => world.RunAsync(call));
        Assert.Equal("token-in-arguments", error.Decision.Rule);
        Assert.All(
            world.Log.Entries,
            entry => Assert.DoesNotContain(Token, entry.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_judgement_leaves_no_entry()
    {
        Assert.Equal(Verdict.Allowed, (await _world.Gate.JudgeAsync(_world.Agent, Calls.Read(), default)).Verdict);
        _world.Grant = null;
        Assert.Equal("no-grant", (await _world.Gate.JudgeAsync(_world.Agent, Calls.Read(), default)).Rule);
        Assert.Empty(_world.Log.Entries);
    }

    [Fact]
    public async Task A_gate_for_one_account_serves_no_agent_of_another()
    {
        using var world = new GateWorld(options => options with { Account = "other" });
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => world.RunAsync(Calls.Read()));
        Assert.Equal("account", error.Decision.Rule);
    }

    [Fact]
    public async Task Names_of_others_cannot_break_the_lines_of_the_log()
    {
        var call = Calls.CreatePin() with
        {
            Summary = new CallSummary { Action = "put a Pin on \"a\r\nb\u202e\u001b[2J\"" },
        };
        await _world.RunAsync(call);
        Assert.DoesNotContain(_world.Log.Outcomes[0].Sentence, c => char.IsControl(c) || c == '\u202e');
    }

    public void Dispose() => _world.Dispose();
}
