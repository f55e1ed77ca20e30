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
            [
                "The C# name of the model a would change from \"Old\" to \"New\".",
                "The model gone no longer exists. Its C# name was \"Gone\".",
                "The model b is new. Its C# name would be \"B\".",
            ],
            names.Changes().Select(change => change.ToString())
        );
        Assert.Equal([true, true, false], names.Changes().Select(change => change.IsBreak));
    }

    [Theory]
    [InlineData("groups", "boards", "The group boards is new. Its C# name would be \"N\".")]
    [InlineData(
        "methods",
        "boards boards/get",
        "The method of the operation boards/get is new. Its C# name would be \"N\"."
    )]
    [InlineData("pagers", "b b/list", "The paging method of the operation b/list is new. Its C# name would be \"N\".")]
    [InlineData(
        "parameters",
        "boards boards/get query locale",
        "The query parameter \"locale\" of the operation boards/get is new. Its C# name would be \"N\"."
    )]
    [InlineData(
        "members",
        "Board.name",
        "The property \"name\" of the model Board is new. Its C# name would be \"N\"."
    )]
    [InlineData("values", "Order.a.b", "The value \"a.b\" of the enum Order is new. Its C# name would be \"N\".")]
    [InlineData("options", "b/get", "The options class of the operation b/get is new. Its C# name would be \"N\".")]
    [InlineData("inlineModels", "#/a", "The inline schema #/a is new. Its C# name would be \"N\".")]
    [InlineData("renamedSchemas", "Old", "The schema Old keeps the C# name \"N\".")]
    public void A_new_name_is_told_in_sentences(string section, string key, string expected) =>
        Assert.Equal(expected, new NameChange(section, key, null, "N").ToString());

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
