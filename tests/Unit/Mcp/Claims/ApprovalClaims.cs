using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Claims;

/// <summary>One yes of a person lets one exact call through once, within ten minutes.</summary>
public abstract class ApprovalClaims : IDisposable
{
    private const string Agent = "blog-helper";
    private const string Account = "default";
    private readonly StoreWorld _log;

    private protected ApprovalClaims(StoreWorld world) => _log = world;

    private StoredApprovals Approvals => _log.Approvals;

    public void Dispose()
    {
        _log.Dispose();
        GC.SuppressFinalize(this);
    }

    [StoreFact]
    public async Task A_yes_is_used_once()
    {
        var asked = await AskAsync();
        Assert.Null(await UseAsync());

        var approved = await Approvals.ApproveAsync(asked.Id, "page", default);
        Assert.Equal(ApprovalState.Approved, approved!.State);
        Assert.Equal("page", approved.DecidedBy);
        Assert.Equal(_log.Time.GetUtcNow(), approved.DecidedAt);

        Assert.Equal(ApprovalState.Used, (await UseAsync())!.State);
        Assert.Null(await UseAsync());
        Assert.Equal(ApprovalState.Used, (await Approvals.FindAsync(asked.Id, default))!.State);
    }

    [StoreFact]
    public async Task A_yes_holds_for_this_agent_account_tool_and_arguments_only()
    {
        var asked = await AskAsync();
        await Approvals.ApproveAsync(asked.Id, "page", default);

        Assert.Null(await Approvals.TryUseAsync("other", Account, asked.Hash, default));
        Assert.Null(await Approvals.TryUseAsync(Agent, "other", asked.Hash, default));
        Assert.Null(await Approvals.TryUseAsync(Agent, Account, CallHash.Of(StoreWorld.Call("""{"a":1}""")), default));
        var other = StoreWorld.Call() with { Tool = "pinterest_delete_pin" };
        Assert.Null(await Approvals.TryUseAsync(Agent, Account, CallHash.Of(other), default));
        Assert.NotNull(await UseAsync());
    }

    [StoreFact]
    public async Task A_person_is_shown_what_was_asked()
    {
        var asked = await AskAsync();
        var found = await _log.NewApprovals().FindAsync($"  {asked.Id.ToLowerInvariant()} ", default);

        Assert.Equivalent(StoreWorld.Call().Summary, found!.Summary);
        Assert.Equivalent(asked, found);
        Assert.Equal(asked.AskedAt + TimeSpan.FromMinutes(10), found.EndsAt);
        Assert.Matches("^[2-9A-HJ-NP-Z]{10}$", asked.Id);
        Assert.Null(await Approvals.FindAsync("nothing", default));
        Assert.Null(await Approvals.FindAsync(new string('x', 1_000_000), default));
    }

    [StoreFact]
    public async Task Asking_again_finds_the_question_the_yes_and_the_no()
    {
        var asked = await AskAsync();
        Assert.Equal(asked.Id, (await AskAsync()).Id);

        await Approvals.ApproveAsync(asked.Id, "page", default);
        Assert.Equal(ApprovalState.Approved, (await AskAsync()).State);
        await UseAsync();
        var second = await AskAsync();
        Assert.NotEqual(asked.Id, second.Id);

        await Approvals.DenyAsync(second.Id, "page", default);
        Assert.Equal((second.Id, ApprovalState.Denied), ((await AskAsync()).Id, (await AskAsync()).State));

        _log.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(ApprovalState.Waiting, (await AskAsync()).State);
    }

    [StoreFact]
    public async Task After_ten_minutes_neither_the_question_nor_the_yes_holds()
    {
        var question = await AskAsync();
        var yes = await AskAsync("""{"a":1}""");
        await Approvals.ApproveAsync(yes.Id, "page", default);
        _log.Time.Advance(StoredApprovals.Lifetime - TimeSpan.FromMilliseconds(1));
        Assert.Single(await Approvals.ListAsync(waitingOnly: true, default));

        _log.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await Approvals.TryUseAsync(Agent, Account, yes.Hash, default));
        Assert.Equal(ApprovalState.Ended, (await Approvals.ApproveAsync(question.Id, "page", default))!.State);
        Assert.Null(await UseAsync());
        Assert.Empty(await Approvals.ListAsync(waitingOnly: true, default));
        Assert.All(
            await Approvals.ListAsync(waitingOnly: false, default),
            each => Assert.Equal(ApprovalState.Ended, each.State)
        );
    }

    [StoreTheory]
    [InlineData(ApprovalState.Used)]
    [InlineData(ApprovalState.Denied)]
    [InlineData(ApprovalState.Approved)]
    public async Task What_was_decided_stays_decided(ApprovalState state)
    {
        var asked = await AskAsync();
        await (
            state == ApprovalState.Denied
                ? Approvals.DenyAsync(asked.Id, "page", default)
                : Approvals.ApproveAsync(asked.Id, "page", default)
        );
        if (state == ApprovalState.Used)
        {
            await UseAsync();
        }

        var entries = (await _log.Log.QueryAsync(new AuditFilter(), default)).Count;
        Assert.Equal(state, (await Approvals.ApproveAsync(asked.Id, "command", default))!.State);
        Assert.Equal(state, (await Approvals.DenyAsync(asked.Id, "command", default))!.State);
        Assert.Equal("page", (await Approvals.FindAsync(asked.Id, default))!.DecidedBy);
        Assert.Equal(entries, (await _log.Log.QueryAsync(new AuditFilter(), default)).Count);
        Assert.Null(await Approvals.ApproveAsync("NOTHING", "page", default));
    }

    [StoreFact]
    public async Task Of_two_servers_that_use_one_yes_one_gets_it()
    {
        for (var round = 0; round < 10; round++)
        {
            var arguments = $$"""{"round":{{round}}}""";
            var asked = await AskAsync(arguments);
            await Approvals.ApproveAsync(asked.Id, "page", default);
            var servers = new[] { Approvals, _log.NewApprovals(), _log.NewApprovals() };

            var used = await Task.WhenAll(
                servers.Select(server =>
                    Task.Run(() => server.TryUseAsync(Agent, Account, asked.Hash, CancellationToken.None))
                )
            );

            Assert.Single(used, each => each is not null);
        }
    }

    [StoreFact]
    public async Task Of_a_yes_and_a_no_at_once_one_counts_and_both_persons_see_it()
    {
        for (var round = 0; round < 10; round++)
        {
            var asked = await AskAsync($$"""{"round":{{round}}}""");
            var other = _log.NewApprovals();

            var seen = await Task.WhenAll(
                Task.Run(() => Approvals.ApproveAsync(asked.Id, "page", CancellationToken.None)),
                Task.Run(() => other.DenyAsync(asked.Id, "command", CancellationToken.None))
            );

            Assert.Equal((seen[0]!.State, seen[0]!.DecidedBy), (seen[1]!.State, seen[1]!.DecidedBy));
            Assert.Equal(seen[0]!.DecidedBy == "page", seen[0]!.State == ApprovalState.Approved);
        }
    }

    [StoreTheory]
    [InlineData(-120)]
    [InlineData(-600_000)]
    public async Task A_clock_that_jumps_back_revives_nothing(int seconds)
    {
        var asked = await AskAsync();
        await Approvals.ApproveAsync(asked.Id, "page", default);
        _log.Time.Advance(StoredApprovals.Lifetime);
        await _log.Log.WriteAsync(StoreWorld.Intent(), default);
        _log.Time.AdjustTime(asked.AskedAt.AddSeconds(30));
        Assert.Null(await UseAsync());

        // And one that was asked before the jump has no known age any more.
        var young = await AskAsync("""{"a":1}""");
        await Approvals.ApproveAsync(young.Id, "page", default);
        _log.Time.AdjustTime(_log.Time.GetUtcNow().AddSeconds(seconds));
        Assert.Null(await Approvals.TryUseAsync(Agent, Account, young.Hash, default));
    }

    [StoreFact]
    public async Task A_clock_that_stands_still_after_a_jump_forward_prolongs_nothing()
    {
        var start = _log.Time.GetUtcNow();
        _log.Time.Advance(TimeSpan.FromDays(1));
        await _log.Log.WriteAsync(StoreWorld.Intent(), default);
        _log.Time.AdjustTime(start);
        var asked = await AskAsync();
        await Approvals.ApproveAsync(asked.Id, "page", default);

        _log.Time.Advance(StoredApprovals.Lifetime);

        Assert.Null(await UseAsync());
    }

    [StoreFact]
    public async Task Fifty_questions_of_an_agent_wait_at_most()
    {
        for (var i = 0; i < StoredApprovals.MaxWaiting; i++)
        {
            await AskAsync($$"""{"i":{{i}}}""");
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync());
        Assert.Contains("50", error.Message);
        Assert.NotNull(await AskAsync("""{"i":0}"""));
        Assert.NotNull(await Approvals.AskAsync("other", Account, StoreWorld.Call(), default));
        _log.Time.Advance(StoredApprovals.Lifetime);
        Assert.NotNull(await AskAsync());
    }

    [StoreFact]
    public async Task What_is_too_large_to_be_shown_is_refused()
    {
        var call = StoreWorld.Call();
        var huge = new string('x', 10 * 1024 * 1024);
        var summaries = new[]
        {
            call.Summary with
            {
                Action = huge,
            },
            call.Summary with
            {
                Lines = [new SummaryLine("Title", huge)],
            },
            call.Summary with
            {
                Lines = [.. Enumerable.Repeat(new SummaryLine("a", "b"), 1000)],
            },
            call.Summary with
            {
                PictureBytes = new byte[2 * 1024 * 1024],
            },
            call.Summary with
            {
                Picture = huge,
            },
        };

        foreach (var summary in summaries)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                Approvals.AskAsync(Agent, Account, call with { Summary = summary }, default)
            );
        }

        Assert.Empty(await Approvals.ListAsync(waitingOnly: false, default));
    }

    [StoreFact]
    public async Task The_list_has_the_newest_first_and_forgets_after_thirty_days()
    {
        var first = await AskAsync("""{"a":1}""");
        _log.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await AskAsync("""{"a":2}""");

        Assert.Equal([second.Id, first.Id], (await Approvals.ListAsync(false, default)).Select(each => each.Id));
        await Approvals.DenyAsync(first.Id, "page", default);
        Assert.Equal([second.Id], (await Approvals.ListAsync(true, default)).Select(each => each.Id));

        _log.Time.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await Approvals.ListAsync(false, default));
        await AskAsync("""{"a":3}""");
        Assert.Null(await Approvals.FindAsync(first.Id, default));
    }

    [StoreFact]
    public async Task Each_decision_and_use_is_in_the_log_as_a_sentence()
    {
        var yes = await AskAsync();
        await Approvals.ApproveAsync(yes.Id, "page", default);
        await UseAsync();
        var no = await AskAsync("""{"a":1}""");
        await Approvals.DenyAsync(no.Id, StoredApprovals.ByClient, default);

        var entries = await _log.Log.QueryAsync(new AuditFilter { OldestFirst = true }, default);

        const string Call = "a call of blog-helper that would have put a Pin on the board \"Kitchens\"";
        Assert.Equal(
            [
                $"The account's owner said yes to {Call} (approval {yes.Id}).",
                $"The approval was used up by {Call} (approval {yes.Id}).",
                $"The client of blog-helper said no to {Call} (approval {no.Id}).",
            ],
            entries.Select(entry => entry.Sentence)
        );
        Assert.All(entries, entry => Assert.Equal(AuditStage.Change, entry.Stage));
        Assert.Equal("page", entries[1].ApprovedBy);
        Assert.Equal(yes.Hash, entries[1].ArgumentsHash);
    }

    [StoreFact]
    public async Task A_decision_that_cannot_be_recorded_is_none()
    {
        var asked = await AskAsync();
        await _log.Log.WriteAsync(StoreWorld.Intent(), default);
        await File.WriteAllTextAsync(_log.Head, "nonsense");

        await Assert.ThrowsAsync<AuditStoreException>(() => Approvals.ApproveAsync(asked.Id, "page", default));

        Assert.Equal(ApprovalState.Waiting, (await Approvals.FindAsync(asked.Id, default))!.State);
    }

    private Task<Approval> AskAsync(string arguments = "{}") =>
        Approvals.AskAsync(Agent, Account, StoreWorld.Call(arguments), default);

    private Task<Approval?> UseAsync() =>
        Approvals.TryUseAsync(Agent, Account, CallHash.Of(StoreWorld.Call()), default);
}
