namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of OtherKeywordRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes
/// them.
/// </summary>
public sealed class OtherKeywordRulesTests
{
    private static readonly string SeventyEight = new('x', 78);

    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: array",
                $"{{type: array, contains: [{SeventyEight}]}}",
                $"keyword-not-judged ?? none > [\"{new string('x', 75)}...",
                $"keyword-not-judged ?? [\"{new string('x', 75)}... > none"
            },
            {
                "type: array",
                "{type: array, contains: [" + new string('x', 76) + "]}",
                $"keyword-not-judged ?? none > [\"{new string('x', 76)}\"]",
                $"keyword-not-judged ?? [\"{new string('x', 76)}\"] > none"
            },
            {
                "{$dynamicRef: '#a'}",
                "{$dynamicRef: '#b'}",
                "keyword-not-judged ?? #a > #b",
                "keyword-not-judged ?? #b > #a"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
