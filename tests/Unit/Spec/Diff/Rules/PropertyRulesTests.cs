namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of PropertyRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class PropertyRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, properties: {a: {type: string}, b: {type: string}}}",
                "property-added --  > b",
                "property-removed !? b > "
            },
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
                "required-property-added -!  > b",
                "property-removed !? b > "
            },
            {
                "{type: object, additionalProperties: false, properties: {a: {type: string}}}",
                "{type: object, additionalProperties: false, properties: {a: {type: string}, b: {type: string}}}",
                "property-added --  > b",
                "property-refused .! b > ; property-removed !. b > "
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
