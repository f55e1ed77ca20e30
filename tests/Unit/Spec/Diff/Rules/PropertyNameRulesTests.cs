namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of PropertyNameRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class PropertyNameRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: object",
                "{type: object, propertyNames: {maxLength: 3}}",
                "property-names-added -!  > {\"maxLength\":3}",
                "property-names-removed !- {\"maxLength\":3} > "
            },
            { "type: string", "{type: string, propertyNames: {maxLength: 3}}", "", "" },
            {
                "{type: object, propertyNames: {type: string, maxLength: 3}}",
                "{type: object, propertyNames: {maxLength: 3}}",
                "",
                ""
            },
            {
                "type: object",
                "{type: object, patternProperties: {a: {type: string}}}",
                "pattern-properties-added -!  > {\"type\":\"string\"}",
                "pattern-properties-removed !- {\"type\":\"string\"} > "
            },
            {
                "{type: object, additionalProperties: false}",
                "{type: object, additionalProperties: false, patternProperties: {a: {type: string}}}",
                "pattern-properties-allowed --  > {\"type\":\"string\"}",
                "pattern-properties-forbidden !! {\"type\":\"string\"} > "
            },
            {
                "{type: object, additionalProperties: false}",
                "{type: object, additionalProperties: false, patternProperties: {a: false}}",
                "",
                ""
            },
            {
                "{type: object, additionalProperties: {type: number}}",
                "{type: object, additionalProperties: {type: number}, patternProperties: {a: {type: integer}}}",
                "type-narrowed -! number > integer",
                "type-widened !- integer > number"
            },
            {
                "{type: object, patternProperties: {'^[a-f]': {type: string}}}",
                "{type: object, patternProperties: {'^[d-k]': {type: string}}}",
                "pattern-properties-changed ?? ^[a-f] > ^[d-k]",
                "pattern-properties-changed ?? ^[d-k] > ^[a-f]"
            },
            {
                "{type: object, patternProperties: {'^a+$': {type: string}}}",
                "{type: object, patternProperties: {'^(a+)$': {type: string}}}",
                "",
                ""
            },
            { "type: object", "{type: object, patternProperties: {a: {}, b: true}}", "", "" },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
