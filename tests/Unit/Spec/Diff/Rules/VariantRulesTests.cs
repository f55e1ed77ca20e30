namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of VariantRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class VariantRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: string",
                "oneOf: [{type: string}, {type: integer}]",
                "type-widened !- string > string, integer",
                "became-single -. string, integer > string; form-removed .! integer > string"
            },
            {
                "{title: A, type: object, properties: {a: {type: string}}}",
                "oneOf: [{title: A, type: object, properties: {a: {type: string}}}, {title: B, type: object, "
                    + "properties: {b: {type: string}}}]",
                "became-union ?. object > object, object; form-added .- object > object; forms-may-overlap .?  > object and object",
                "became-single -. object, object > object; form-removed .! object > object"
            },
            {
                "type: object",
                "oneOf: [{type: object}, {type: string}]",
                "type-widened !- object > object, string",
                "became-single -. object, string > object; form-removed .! string > object"
            },
            {
                "oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]",
                "oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: "
                    + "string}}}, {type: object, properties: {c: {type: string}}}]",
                "form-added ?- object > object",
                "form-removed -! object > "
            },
            {
                "oneOf: [{type: string}, {type: integer}]",
                "oneOf: [{type: string}, {type: integer}, {type: boolean}]",
                "type-widened !- string or integer > boolean",
                "form-removed -! boolean > "
            },
            {
                "oneOf: [{type: string}, {type: integer}]",
                "type: object",
                "forms-replaced !! string, integer > object",
                "forms-replaced !! object > string, integer"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
