namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of NumberRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class NumberRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: number, multipleOf: 2}",
                "{type: number, multipleOf: 3}",
                "multipleOf-changed ?? 2 > 3",
                "multipleOf-changed ?? 3 > 2"
            },
            {
                "{type: number, multipleOf: 2}",
                "type: number",
                "multipleOf-widened !- 2 > none",
                "multipleOf-narrowed -! none > 2"
            },
            {
                "{type: number, multipleOf: 0.1}",
                "{type: number, multipleOf: 0.01}",
                "multipleOf-widened !- 0.1 > 0.01",
                "multipleOf-narrowed -! 0.01 > 0.1"
            },
            { "{type: integer, multipleOf: 0.5}", "type: integer", "", "" },
            { "{type: integer, multipleOf: 1}", "type: integer", "", "" },
            { "{type: integer, enum: [2, 4], multipleOf: 2}", "{type: integer, enum: [2, 4]}", "", "" },
            { "{type: string, multipleOf: 2}", "type: string", "", "" },
            {
                "{type: number, multipleOf: 2}",
                "{type: string, multipleOf: 3}",
                "type-changed !! number > string",
                "type-changed !! string > number"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
