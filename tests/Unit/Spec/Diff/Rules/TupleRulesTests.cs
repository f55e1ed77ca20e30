namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of TupleRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class TupleRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: array, prefixItems: [{type: number}]}",
                "{type: array, prefixItems: [{type: number}, {type: string}]}",
                "prefix-item-narrowed -!  > {\"type\":\"string\"}",
                "prefix-item-widened !- {\"type\":\"string\"} > "
            },
            {
                "{type: array, prefixItems: [{type: number}], items: {type: string}}",
                "{type: array, prefixItems: [{type: number}, {type: string}], items: {type: string}}",
                "",
                ""
            },
            {
                "{type: array, prefixItems: [{type: number}], items: false}",
                "{type: array, prefixItems: [{type: number}, {type: string}], items: false}",
                "prefix-item-widened !- false > {\"type\":\"string\"}",
                "prefix-item-narrowed -! {\"type\":\"string\"} > false"
            },
            {
                "{type: array, prefixItems: [{}]}",
                "{type: array, prefixItems: [{}], items: false}",
                "items-forbidden -!  > false",
                "items-allowed !- false > "
            },
            {
                "{type: array, prefixItems: [{}], items: {type: string}}",
                "{type: array, prefixItems: [{}], unevaluatedItems: {type: string}}",
                "",
                ""
            },
            {
                "{type: array, allOf: [{prefixItems: [{type: string}]}], unevaluatedItems: false}",
                "{type: array, prefixItems: [{type: string}], items: false}",
                "",
                ""
            },
            { "{type: string, prefixItems: [{}]}", "type: string", "", "" },
            {
                "type: array",
                "{type: array, contains: {type: string}}",
                "contains-added -!  > {\"type\":\"string\"}",
                "contains-removed !- {\"type\":\"string\"} > "
            },
            {
                "{type: array, contains: {type: integer}}",
                "{type: array, contains: {type: number}}",
                "type-widened !- integer > number",
                "type-narrowed -! number > integer"
            },
            {
                "{type: array, contains: {}}",
                "{type: array, contains: {}, minContains: 2}",
                "minContains-increased -! 1 > 2",
                "minContains-decreased !- 2 > 1"
            },
            {
                "{type: array, contains: {}}",
                "{type: array, contains: {}, maxContains: 2}",
                "maxContains-decreased -! none > 2",
                "maxContains-increased !- 2 > none"
            },
            {
                "{type: array, contains: {const: a}, maxContains: 1}",
                "{type: array, contains: {const: b}, maxContains: 1}",
                "contains-changed ?? {\"const\":\"a\"} > {\"const\":\"b\"}",
                "contains-changed ?? {\"const\":\"b\"} > {\"const\":\"a\"}"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
