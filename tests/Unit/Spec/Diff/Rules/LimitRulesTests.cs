namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of LimitRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class LimitRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: string, maxLength: 10}",
                "{type: string, maxLength: 5}",
                "maxLength-decreased -! 10 > 5",
                "maxLength-increased !- 5 > 10"
            },
            {
                "type: string",
                "{type: string, maxLength: 5}",
                "maxLength-decreased -! none > 5",
                "maxLength-increased !- 5 > none"
            },
            {
                "{type: string, minLength: 1}",
                "{type: string, minLength: 2}",
                "minLength-increased -! 1 > 2",
                "minLength-decreased !- 2 > 1"
            },
            { "{type: string, minLength: 0}", "type: string", "", "" },
            {
                "{type: string, maxLength: 0}",
                "type: string",
                "maxLength-increased !- 0 > none",
                "maxLength-decreased -! none > 0"
            },
            {
                "{type: number, maximum: 10}",
                "{type: number, maximum: 5}",
                "maximum-decreased -! 10 > 5",
                "maximum-increased !- 5 > 10"
            },
            {
                "{type: number, minimum: 1}",
                "{type: number, minimum: 2}",
                "minimum-increased -! 1 > 2",
                "minimum-decreased !- 2 > 1"
            },
            {
                "{type: number, minimum: 0}",
                "type: number",
                "minimum-decreased !- 0 > none",
                "minimum-increased -! none > 0"
            },
            {
                "{type: number, maximum: 5}",
                "{type: number, exclusiveMaximum: 5}",
                "maximum-decreased -! 5 > 5 (exclusive)",
                "maximum-increased !- 5 (exclusive) > 5"
            },
            { "{type: integer, maximum: 4}", "{type: integer, exclusiveMaximum: 5}", "", "" },
            { "{type: integer, minimum: 6}", "{type: integer, exclusiveMinimum: 5}", "", "" },
            {
                "{type: integer, exclusiveMinimum: 5}",
                "{type: integer, exclusiveMinimum: 4.5}",
                "minimum-decreased !- 5 (exclusive) > 4.5 (exclusive)",
                "minimum-increased -! 4.5 (exclusive) > 5 (exclusive)"
            },
            {
                "{type: array, items: {}, maxItems: 10}",
                "{type: array, items: {}, maxItems: 5}",
                "maxItems-decreased -! 10 > 5",
                "maxItems-increased !- 5 > 10"
            },
            {
                "{type: array, items: {}, minItems: 1}",
                "{type: array, items: {}, minItems: 2}",
                "minItems-increased -! 1 > 2",
                "minItems-decreased !- 2 > 1"
            },
            {
                "{type: object, maxProperties: 10}",
                "{type: object, maxProperties: 5}",
                "maxProperties-decreased -! 10 > 5",
                "maxProperties-increased !- 5 > 10"
            },
            {
                "{type: object, minProperties: 1}",
                "{type: object, minProperties: 2}",
                "minProperties-increased -! 1 > 2",
                "minProperties-decreased !- 2 > 1"
            },
            { "{type: object, minProperties: 0}", "type: object", "", "" },
            { "{type: integer, maxLength: 5}", "type: integer", "", "" },
            {
                "{type: string, maxLength: 5}",
                "type: integer",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
            {
                "{type: [string, integer], maxLength: 5}",
                "type: integer",
                "type-narrowed -! integer, string > integer",
                "type-widened !- integer > integer, string"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
