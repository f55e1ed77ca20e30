using CsCheck;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

/// <summary>Random grants and calls. A failure names its seed: pass it to Sample.</summary>
public sealed class GrantPropertyTests
{
    private static readonly string[] Tools =
    [
        "pinterest_create_pin",
        "pinterest_list_boards",
        "pinterest_write_operation",
    ];
    private static readonly string[] Operations = ["pins/create", "boards/list", "boards/delete", "campaigns/create"];
    private static readonly string[] Rules =
    [
        .. Tools,
        .. Operations.Select(id => "operation:" + id),
        "pinterest_*",
        "operation:*",
        "*",
        "operation:boards/*",
    ];

    private static readonly Gen<IReadOnlyList<string>> SomeRules = OneOf(Rules)
        .List[0, 4]
        .Select(rules => (IReadOnlyList<string>)rules);

    private static readonly Gen<Dictionary<Area, AreaAccess>> SomeAreas = Gen.Enum<AreaAccess>()
        .Array[8]
        .Select(rights => rights.Index().ToDictionary(right => (Area)right.Index, right => right.Item));

    private static readonly Gen<AgentGrant> Grants = Gen.Select(
        SomeAreas,
        SomeRules,
        SomeRules,
        SomeRules.Null(),
        Gen.Bool,
        (areas, allow, deny, ask, secret) =>
            new AgentGrant
            {
                Agent = Calls.Agent,
                Areas = areas,
                Allow = allow,
                Deny = deny,
                Ask = ask,
                Secret = secret,
            }
    );

    private static readonly Gen<AgentCall> SomeCalls = Gen.Select(
        OneOf(Tools),
        OneOf(Operations),
        Gen.Enum<Area>(),
        Gen.Enum<CallKind>(),
        Gen.Bool.Array[4],
        (tool, operation, area, kind, flags) =>
            new AgentCall
            {
                Tool = tool,
                Area = area,
                Kind = kind,
                Operations = [operation],
                IsOutsideOfTools = flags[0],
                IsVisible = flags[1],
                IsSecret = flags[2],
                IsDryRun = flags[3],
                Arguments = "{}",
            }
    );

    [Fact]
    public void What_a_rule_denies_is_always_denied() =>
        Gen.Select(Grants, SomeCalls)
            .Sample(
                (grant, call) =>
                {
                    var denying = grant with { Deny = [.. grant.Deny, call.Tool] };
                    return Calls.Decide(denying, call).Verdict == Verdict.Denied;
                },
                iter: 5000
            );

    [Fact]
    public void One_more_denial_never_allows_more() =>
        Gen.Select(Grants, SomeCalls, OneOf(Rules))
            .Sample(
                (grant, call, rule) => IsNotMore(grant, grant with { Deny = [.. grant.Deny, rule] }, call),
                iter: 5000
            );

    [Fact]
    public void One_area_less_never_allows_more() =>
        Gen.Select(Grants, SomeCalls, Gen.Enum<Area>())
            .Sample(
                (grant, call, area) =>
                {
                    var less = grant.Areas.Where(pair => pair.Key != area).ToDictionary();
                    return IsNotMore(grant, grant with { Areas = less }, call);
                },
                iter: 5000
            );

    [Fact]
    public void An_empty_grant_allows_nothing() =>
        SomeCalls.Sample(
            call => Calls.Decide(new AgentGrant { Agent = Calls.Agent }, call).Verdict == Verdict.Denied,
            iter: 2000
        );

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool IsNotMore(AgentGrant before, AgentGrant after, AgentCall call)
    {
        var was = Calls.Decide(before, call).Verdict;
        return was != Verdict.Denied || Calls.Decide(after, call).Verdict == Verdict.Denied;
    }
}
