namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of NullabilityRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class NullabilityRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: string",
                "type: [string, 'null']",
                "became-nullable !-  > nullable",
                "became-not-nullable -! nullable > "
            },
            {
                "oneOf: [{type: boolean}, {type: [string, 'null']}]",
                "oneOf: [{type: boolean}, {type: string}]",
                "became-not-nullable -! nullable > ",
                "became-nullable !-  > nullable"
            },
            {
                "oneOf: [{type: boolean}, {oneOf: [{type: integer}, {type: [string, 'null']}]}]",
                "oneOf: [{type: boolean}, {oneOf: [{type: integer}, {type: string}]}]",
                "became-not-nullable -! nullable > ",
                "became-nullable !-  > nullable"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
