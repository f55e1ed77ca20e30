using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Naming;

public sealed class NameRegistryTests
{
    private static readonly JObject Lock = new()
    {
        ["models"] = new JObject { ["a"] = "Old", ["gone"] = "Gone" },
    };

    [Fact]
    public void A_locked_name_wins_over_a_rule_and_a_decision_over_both()
    {
        Assert.Equal("Old", new NameRegistry(Lock).Give("models", "a", null, "Rule"));
        Assert.Equal("Decided", new NameRegistry(Lock).Give("models", "a", "Decided", "Rule"));
        Assert.Equal("Rule", new NameRegistry(Lock).Give("models", "b", null, "Rule"));
    }

    [Fact]
    public void What_would_be_renamed_vanish_or_is_new_is_told()
    {
        var names = new NameRegistry(Lock);
        names.Give("models", "a", "New", "Rule");
        names.Give("models", "b", null, "B");

        Assert.Equal(
            ["renamed: models a was Old, would be New", "vanishes: models gone was Gone", "new: models b is B"],
            names.Changes().Select(change => change.ToString())
        );
        Assert.Equal([true, true, false], names.Changes().Select(change => change.IsBreak));
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var names = new NameRegistry();
        names.Give("models", "b", null, "B");
        names.Give("models", "a", null, "A");

        Assert.Empty(
            new NameRegistry(JObject.Parse(Encoding.UTF8.GetString(names.ToBytes()))) is var read
            && read.Give("models", "a", null, "x") == "A"
            && read.Give("models", "b", null, "y") == "B"
                ? read.Changes()
                : names.Changes()
        );
    }
}
