namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of DefaultRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class DefaultRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: integer, default: 25}",
                "{type: integer, default: 50}",
                "default-changed .? 25 > 50",
                "default-changed .? 50 > 25"
            },
            {
                "type: integer",
                "{type: integer, default: 50}",
                "default-changed .? none > 50",
                "default-changed .? 50 > none"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
