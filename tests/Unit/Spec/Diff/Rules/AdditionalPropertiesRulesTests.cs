namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of AdditionalPropertiesRules, from one schema to another and back, as <see cref="SchemaRuleTable"/>
/// writes them.
/// </summary>
public sealed class AdditionalPropertiesRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: object",
                "{type: object, additionalProperties: false}",
                "additional-properties-forbidden -!  > ",
                "additional-properties-allowed --  > "
            },
            { "type: object", "{type: object, additionalProperties: true}", "", "" },
            { "type: object", "{type: object, additionalProperties: {}}", "", "" },
            {
                "type: object",
                "{type: object, additionalProperties: {type: string}}",
                "additional-properties-typed -?  > ",
                "additional-properties-untyped ?-  > "
            },
            {
                "{type: object, additionalProperties: false}",
                "{type: object, additionalProperties: {type: string}}",
                "additional-properties-allowed --  > ",
                "additional-properties-forbidden -!  > "
            },
            { "{type: string, additionalProperties: false}", "type: string", "", "" },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
