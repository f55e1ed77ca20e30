namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of TypeRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class TypeRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            { "type: string", "type: boolean", "type-changed !! string > boolean", "type-changed !! boolean > string" },
            {
                "type: number",
                "type: integer",
                "type-narrowed -! number > integer",
                "type-widened !- integer > number"
            },
            { "{}", "type: string", "type-narrowed -! any > string", "type-widened !- string > any" },
            {
                "type: [string, integer]",
                "type: [integer, boolean]",
                "type-changed !! integer, string > boolean, integer",
                "type-changed !! boolean, integer > integer, string"
            },
            {
                "type: [string, number]",
                "type: [string, integer]",
                "type-narrowed -! number, string > integer, string",
                "type-widened !- integer, string > number, string"
            },
            { "type: [string, integer]", "type: [integer, string]", "", "" },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
