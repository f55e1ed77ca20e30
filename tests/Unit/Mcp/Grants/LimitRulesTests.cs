using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

public sealed class LimitRulesTests
{
    [Fact]
    public void A_secret_board_takes_a_grant_of_its_own()
    {
        var call = Calls.CreatePin() with { IsSecret = true };
        Assert.Equal("secret", Rule(Calls.Everything(), call));
        Assert.Null(Rule(Calls.Everything() with { Secret = true }, call));
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData("8", "limits.boards")]
    [InlineData("7,8", "limits.boards")]
    [InlineData("", "limits.boards")]
    public void Only_the_boards_of_the_grant_are_touched(string boards, string? rule)
    {
        var call = Calls.CreatePin() with { Boards = boards.Split(',', StringSplitOptions.RemoveEmptyEntries) };
        Assert.Equal(rule, Rule(WithLimits(new GrantLimits { Boards = ["7"] }), call));
    }

    [Fact]
    public void A_call_whose_boards_are_not_known_yet_may_be_completed()
    {
        var grant = WithLimits(new GrantLimits { Boards = ["7"] });
        var context = Calls.Context() with { IsComplete = false };
        Assert.Equal(Verdict.Allowed, Calls.Decide(grant, Calls.CreatePin() with { Boards = [] }, context).Verdict);
    }

    [Theory]
    [InlineData(Area.Boards, null)]
    [InlineData(Area.Search, "limits.boards")]
    [InlineData(Area.Pins, "limits.boards")]
    [InlineData(Area.Analytics, null)]
    public void A_read_without_a_board_does_not_reach_into_all_boards(Area area, string? rule) =>
        Assert.Equal(rule, Rule(WithLimits(new GrantLimits { Boards = ["7"] }), Calls.Read(area)));

    [Theory]
    [InlineData("shop.example.com", null)]
    [InlineData("SHOP.example.com.", null)]
    [InlineData("example.com", "limits.linkHosts")]
    [InlineData("shop.example.com.evil.example", "limits.linkHosts")]
    [InlineData("evilshop.example.com", "limits.linkHosts")]
    [InlineData("shop.example.com:8080", "limits.linkHosts")]
    [InlineData("user@shop.example.com", "limits.linkHosts")]
    [InlineData("", "limits.linkHosts")]
    public void Links_lead_only_to_hosts_of_the_grant(string host, string? rule) =>
        Assert.Equal(
            rule,
            Rule(
                WithLimits(new GrantLimits { LinkHosts = ["shop.example.com"] }),
                Calls.CreatePin() with
                {
                    LinkHosts = [host],
                }
            )
        );

    [Fact]
    public void Without_a_folder_no_file_is_read()
    {
        var call = Calls.CreatePin() with { Files = ["a.jpg"] };
        Assert.Equal("limits.folder", Rule(Calls.Everything(), call));
    }

    [Theory]
    [InlineData("a.jpg", null)]
    [InlineData("../a.jpg", "limits.folder")]
    [InlineData("missing.jpg", "limits.folder")]
    public void Files_are_read_from_the_folder_only(string path, string? rule)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a.jpg"), "x");
        var grant = WithLimits(new GrantLimits { Folder = folder.Path });
        Assert.Equal(rule, Rule(grant, Calls.CreatePin() with { Files = [path] }));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, true)]
    [InlineData(null, 1_000_000, false)]
    public void Creations_are_counted(int? most, int made, bool isDenied)
    {
        var grant = WithLimits(new GrantLimits { CreationsPerDay = most });
        var decision = Calls.Decide(grant, Calls.CreatePin(), Calls.Context() with { Creations = made });
        Assert.Equal(isDenied, decision.Rule == "limits.creationsPerDay");
    }

    [Fact]
    public void A_rehearsal_is_no_creation()
    {
        var grant = WithLimits(new GrantLimits { CreationsPerDay = 0 });
        Assert.Null(Rule(grant, Calls.CreatePin() with { IsDryRun = true }));
    }

    [Fact]
    public void What_costs_money_is_denied_until_it_is_granted()
    {
        var call = Calls.CreatePin() with { CostsMoney = true };
        Assert.Equal("limits.money", Rule(Calls.Everything(), call));
        Assert.Null(Rule(WithLimits(new GrantLimits { Money = 1 }), call));
    }

    private static AgentGrant WithLimits(GrantLimits limits) => Calls.Everything() with { Limits = limits };

    // The rule that denies, or null.
    private static string? Rule(AgentGrant grant, AgentCall call)
    {
        var decision = Calls.Decide(grant, call);
        return decision.Verdict == Verdict.Denied ? decision.Rule : null;
    }
}
