namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of ItemRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class ItemRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: array, items: {}}",
                "{type: array, items: {}, uniqueItems: true}",
                "uniqueItems-set -!  > ",
                "uniqueItems-dropped !-  > "
            },
            { "{type: array, items: {}, uniqueItems: false}", "{type: array, items: {}}", "", "" },
            { "{type: string, uniqueItems: true}", "type: string", "", "" },
            {
                "{type: array, items: {}, uniqueItems: true}",
                "type: string",
                "type-changed !! array > string",
                "type-changed !! string > array"
            },
            { "type: array", "{type: array, items: {type: string}}", "items-typed -!  > ", "items-untyped !-  > " },
            { "{type: string, items: {type: string}}", "type: string", "", "" },
            { "{}", "{items: {type: string}}", "", "" },
            {
                "{type: array, items: {type: string}}",
                "type: string",
                "type-changed !! array > string",
                "type-changed !! string > array"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
