using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

public sealed class GrantRulesTests
{
    [Fact]
    public void A_rule_of_ask_beside_the_default_leaves_the_default()
    {
        var grant = Calls.Everything() with { Ask = ["default", "pinterest_list_boards"] };

        Assert.Equal("ask.visible", Calls.Decide(grant, Calls.CreatePin()).Rule);
        Assert.Equal("ask:pinterest_list_boards", Calls.Decide(grant, Calls.Read()).Rule);
        Assert.Equal(
            Verdict.Allowed,
            Calls.Decide(grant with { Ask = ["pinterest_list_boards"] }, Calls.CreatePin()).Verdict
        );
    }

    [Fact]
    public void Without_a_grant_nothing_is_allowed() => Denied("no-grant", null, Calls.Read());

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_grant_holds_until_its_end(int secondsLeft, bool isAllowed)
    {
        var grant = Calls.Everything() with { Ends = Calls.Now.AddSeconds(secondsLeft) };
        Assert.Equal(isAllowed, Calls.Decide(grant, Calls.Read()).Verdict == Verdict.Allowed);
    }

    [Theory]
    [InlineData("pinterest_create_pin")]
    [InlineData("pinterest_*")]
    [InlineData("*pin")]
    [InlineData("operation:pins/create")]
    [InlineData("operation:pins/*")]
    [InlineData("operation:boards/get")]
    public void What_is_denied_is_denied_whatever_allows_it(string rule)
    {
        var grant = Calls.Everything() with { Allow = ["pinterest_create_pin"], Deny = [rule] };
        Denied($"deny:{rule}", grant, Calls.CreatePin());
    }

    [Theory]
    [InlineData("pinterest_create")]
    [InlineData("operation:pins/get")]
    public void A_denial_of_something_else_denies_nothing(string rule) =>
        Assert.Equal(
            Verdict.Allowed,
            Calls.Decide(Calls.Everything() with { Deny = [rule] }, Calls.CreatePin()).Verdict
        );

    [Theory]
    [InlineData("oauth/token")]
    [InlineData("token/revoke")]
    [InlineData("oauth/conversion_token")]
    public void Tokens_are_never_an_agents(string operation) =>
        Denied("oauth", Calls.Everything() with { Allow = [$"operation:{operation}"] }, Calls.Outside(operation));

    [Fact]
    public void An_argument_that_holds_a_token_is_refused()
    {
        var call = Calls.CreatePin() with { Arguments = """{"title":"pina_AAAAAAAAAAAAAAAAAAAAAAAA"}""" };
        Denied("token-in-arguments", Calls.Everything(), call);
    }

    [Theory]
    [InlineData("no/such")]
    [InlineData("Pins/create")]
    public void An_operation_that_does_not_exist_is_refused(string operation) =>
        Denied("unknown-operation", Calls.Everything(), Calls.CreatePin() with { Operations = [operation] });

    [Theory]
    [InlineData("campaigns/create", CallKind.Write, "operation:campaigns/create", true)]
    [InlineData("campaigns/create", CallKind.Write, "operation:campaigns/*", false)]
    [InlineData("campaigns/create", CallKind.Read, "operation:campaigns/*", false)]
    [InlineData("campaigns/create", CallKind.Write, "pinterest_write_operation", false)]
    [InlineData("campaigns/create", CallKind.Write, "*", false)]
    [InlineData("campaigns/list", CallKind.Read, "operation:campaigns/*", true)]
    [InlineData("campaigns/list", CallKind.Read, "operation:campaigns/list", true)]
    [InlineData("campaigns/list", CallKind.Read, "operation:ads/*", false)]
    public void An_operation_outside_of_the_tools_takes_a_grant_of_its_own(
        string operation,
        CallKind kind,
        string rule,
        bool isAllowed
    )
    {
        var grant = Calls.Everything() with { Allow = [rule] };
        var decision = Calls.Decide(grant, Calls.Outside(operation, kind));
        Assert.Equal(isAllowed, decision.Verdict == Verdict.Allowed);
    }

    [Theory]
    [InlineData(AreaAccess.Off, CallKind.Read, false)]
    [InlineData(AreaAccess.Read, CallKind.Read, true)]
    [InlineData(AreaAccess.Full, CallKind.Read, true)]
    [InlineData(AreaAccess.Read, CallKind.Write, false)]
    [InlineData(AreaAccess.Read, CallKind.Delete, false)]
    [InlineData(AreaAccess.Full, CallKind.Write, true)]
    [InlineData(AreaAccess.Full, CallKind.Delete, true)]
    public void An_area_allows_what_it_says(AreaAccess access, CallKind kind, bool isAllowed)
    {
        var grant = Calls.Everything() with { Areas = new Dictionary<Area, AreaAccess> { [Area.Boards] = access } };
        var decision = Calls.Decide(grant, Calls.Read() with { Kind = kind, Boards = ["1"] });
        Assert.Equal(isAllowed, decision.Verdict == Verdict.Allowed);
        Assert.StartsWith("areas.boards=", decision.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_says_it_reads_but_sends_a_write_needs_full_access()
    {
        var grant = Calls.All(AreaAccess.Read) with { Ask = [] };
        Denied("areas.pins=read", grant, Calls.CreatePin() with { Kind = CallKind.Read });
        Denied(
            "read-only",
            Calls.Everything(),
            Calls.CreatePin() with
            {
                Kind = CallKind.Read,
            },
            new() { Now = Calls.Now, IsReadOnly = true }
        );
    }

    [Fact]
    public void A_refusal_says_what_a_person_can_do()
    {
        var decision = Calls.Decide(new AgentGrant { Agent = Calls.Agent }, Calls.CreatePin());
        Assert.Contains(
            "pinterest-mcp agents grant blog-helper --area pins=full",
            decision.Reason,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("pinterest_create_pin")]
    [InlineData("operation:pins/create")]
    public void A_tool_is_allowed_beside_the_areas(string rule)
    {
        var grant = new AgentGrant
        {
            Agent = Calls.Agent,
            Allow = [rule],
            Ask = [],
        };
        var decision = Calls.Decide(grant, Calls.CreatePin());
        Assert.Equal(new CallDecision(Verdict.Allowed, $"allow:{rule}", $"allow:{rule} allows the call."), decision);
    }

    [Fact]
    public void Read_only_beats_every_grant_but_lets_rehearsals_be()
    {
        var context = Calls.Context() with { IsReadOnly = true };
        Denied("read-only", Calls.Everything(), Calls.CreatePin(), context);
        Assert.Equal(Verdict.Allowed, Calls.Decide(Calls.Everything(), Calls.Read(), context).Verdict);
        Assert.Equal(
            "dry-run",
            Calls.Decide(Calls.Everything(), Calls.CreatePin() with { IsDryRun = true }, context).Rule
        );
    }

    [Fact]
    public void A_rehearsal_needs_the_same_grant_but_asks_nobody()
    {
        var context = Calls.Context() with { IsDryRun = true };
        Denied("areas.pins=read", Calls.All(AreaAccess.Read), Calls.CreatePin(), context);
        Assert.Equal(Verdict.Allowed, Calls.Decide(Calls.All(AreaAccess.Full), Calls.CreatePin(), context).Verdict);
        Assert.Equal(Verdict.Ask, Calls.Decide(Calls.All(AreaAccess.Full), Calls.CreatePin()).Verdict);
    }

    [Theory]
    [InlineData("boards:read boards:write pins:read pins:write", true)]
    [InlineData("boards:read boards:write pins:read", false)]
    [InlineData("", false)]
    [InlineData(null, true)]
    public void The_scopes_of_the_token_bound_the_grant(string? scopes, bool isAllowed)
    {
        var context = Calls.Context() with { Scopes = scopes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        var decision = Calls.Decide(Calls.Everything(), Calls.CreatePin(), context);
        Assert.Equal(isAllowed, decision.Verdict == Verdict.Allowed);
        Assert.Equal(isAllowed, decision.Rule != "scopes");
    }

    [Theory]
    [InlineData(AccessTier.Trial, true, false)]
    [InlineData(AccessTier.Trial, false, true)]
    [InlineData(AccessTier.Standard, true, true)]
    public void Trial_access_creates_no_Pins_in_production(AccessTier tier, bool isProduction, bool isAllowed)
    {
        var context = Calls.Context() with { AccessTier = tier, IsProduction = isProduction };
        Assert.Equal(
            isAllowed,
            Calls.Decide(Calls.Everything(), Calls.CreatePin(), context).Verdict == Verdict.Allowed
        );
    }

    [Theory]
    [InlineData(CallKind.Read, false, false, null)]
    [InlineData(CallKind.Write, false, false, null)]
    [InlineData(CallKind.Write, true, false, "ask.visible")]
    [InlineData(CallKind.Delete, false, false, "ask.deletes")]
    [InlineData(CallKind.Write, false, true, "ask.money")]
    public void A_person_is_asked_by_default_about_what_matters(CallKind kind, bool isVisible, bool costs, string? rule)
    {
        var grant = Calls.All(AreaAccess.Full) with { Limits = new GrantLimits { Money = 1 } };
        var call = Calls.Read() with { Kind = kind, IsVisible = isVisible, CostsMoney = costs, Boards = ["1"] };
        var decision = Calls.Decide(grant, call);
        Assert.Equal(rule is null ? Verdict.Allowed : Verdict.Ask, decision.Verdict);
        Assert.True(rule is null || decision.Rule == rule);
    }

    [Theory]
    [InlineData("pinterest_list_*")]
    [InlineData("operation:boards/list")]
    public void A_person_is_asked_about_what_the_grant_names(string rule) =>
        Assert.Equal(
            new CallDecision(Verdict.Ask, $"ask:{rule}", "A person approves this call first."),
            Calls.Decide(Calls.Everything() with { Ask = [rule] }, Calls.Read())
        );

    private static void Denied(string rule, AgentGrant? grant, AgentCall call, GrantContext? context = null)
    {
        var decision = Calls.Decide(grant, call, context);
        Assert.Equal(Verdict.Denied, decision.Verdict);
        Assert.Equal(rule, decision.Rule);
    }
}
