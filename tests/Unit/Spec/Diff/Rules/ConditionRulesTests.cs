namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of ConditionRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class ConditionRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: object",
                "{type: object, dependentRequired: {a: [b]}}",
                "dependent-required-added -!  > b with a",
                "dependent-required-removed !- b with a > "
            },
            {
                "{type: object, dependentRequired: {a: [b], b: [c]}}",
                "{type: object, dependentRequired: {a: [b, c], b: [c]}}",
                "",
                ""
            },
            {
                "{type: object, required: [a]}",
                "{type: object, required: [a], dependentRequired: {a: [b]}}",
                "dependent-required-added -!  > b with a",
                "dependent-required-removed !- b with a > "
            },
            {
                "{type: object, properties: {b: {readOnly: true}}}",
                "{type: object, properties: {b: {readOnly: true}}, dependentRequired: {a: [b]}}",
                "dependent-required-added -.  > b with a",
                "dependent-required-removed !. b with a > "
            },
            {
                "type: object",
                "{type: object, dependentSchemas: {a: {maxProperties: 2}}}",
                "dependent-schema-added -!  > {\"maxProperties\":2}",
                "dependent-schema-removed !- {\"maxProperties\":2} > "
            },
            {
                "type: object",
                "{type: object, dependentSchemas: {a: false}}",
                "dependent-schema-added -!  > false",
                "dependent-schema-removed !- false > "
            },
            { "type: object", "{type: object, dependentSchemas: {a: true, b: {description: x}}}", "", "" },
            {
                "{type: string, if: {maxLength: 3}}",
                "{type: string, if: {maxLength: 3}, then: {pattern: '^a'}}",
                "condition-added -!  > {\"maxLength\":3}",
                "condition-removed !- {\"maxLength\":3} > "
            },
            {
                "{type: string, if: {maxLength: 3}, then: {pattern: '^a'}}",
                "{type: string, if: {maxLength: 3}, then: {pattern: '^a'}, else: {pattern: '^b'}}",
                "condition-added -!  > {\"pattern\":\"^b\"}",
                "condition-removed !- {\"pattern\":\"^b\"} > "
            },
            {
                "{type: string, if: {maxLength: 3}, then: {pattern: '^a'}}",
                "{type: string, if: {minLength: 3}, then: {pattern: '^a'}}",
                "condition-changed ?? {\"maxLength\":3} > {\"minLength\":3}",
                "condition-changed ?? {\"minLength\":3} > {\"maxLength\":3}"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
