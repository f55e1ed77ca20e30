namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of NotRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class NotRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: string, not: {enum: [A]}}",
                "{type: string, not: {enum: [B]}}",
                "not-added -! {\"enum\":[\"A\"]} > {\"enum\":[\"B\"]}; not-removed !- {\"enum\":[\"A\"]} > {\"enum\":[\"B\"]}",
                "not-added -! {\"enum\":[\"B\"]} > {\"enum\":[\"A\"]}; not-removed !- {\"enum\":[\"B\"]} > {\"enum\":[\"A\"]}"
            },
            {
                "type: string",
                "{type: string, not: {const: A}}",
                "not-added -!  > {\"const\":\"A\"}",
                "not-removed !- {\"const\":\"A\"} > "
            },
            {
                "{not: {type: [string, integer]}}",
                "{not: {type: [number, string]}}",
                "not-added -! {\"type\":[\"string\",\"integer\"]} > {\"type\":[\"number\",\"string\"]}",
                "not-removed !- {\"type\":[\"number\",\"string\"]} > {\"type\":[\"string\",\"integer\"]}"
            },
            {
                "{type: string, not: {pattern: '^a+$'}}",
                "{type: string, not: {pattern: '^[ab]+$'}}",
                "not-added -! {\"pattern\":\"^a+$\"} > {\"pattern\":\"^[ab]+$\"}",
                "not-removed !- {\"pattern\":\"^[ab]+$\"} > {\"pattern\":\"^a+$\"}"
            },
            {
                "{type: integer, not: {minimum: 5}}",
                "{type: integer, not: {minimum: 3}}",
                "not-added -! {\"minimum\":5} > {\"minimum\":3}",
                "not-removed !- {\"minimum\":3} > {\"minimum\":5}"
            },
            {
                "{type: object, not: {properties: {a: {minimum: 5}}}}",
                "{type: object, not: {properties: {b: {minimum: 5}}}}",
                "not-changed ?? {\"properties\":{\"a\":{\"minimum\":5}}} > {\"properties\":{\"b\":{\"minimum\":5}}}",
                "not-changed ?? {\"properties\":{\"b\":{\"minimum\":5}}} > {\"properties\":{\"a\":{\"minimum\":5}}}"
            },
            { "{type: string, enum: [A, B]}", "{type: string, enum: [A, B], not: {enum: [C]}}", "", "" },
            { "type: string", "{type: string, not: {type: 'null'}}", "", "" },
            { "{type: string, not: false}", "type: string", "", "" },
            { "{not: {anyOf: [{type: string}, {type: integer}]}}", "{not: {type: [integer, string]}}", "", "" },
            { "{not: {anyOf: [{const: A}, {const: B}]}}", "{not: {enum: [A, B]}}", "", "" },
            {
                "{not: {allOf: [{type: string}, {maxLength: 3}], title: x}}",
                "{not: {allOf: [{maxLength: 3}, {type: string}]}}",
                "",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
