namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of RequiredRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class RequiredRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, required: [a], properties: {a: {type: string}}}",
                "property-became-required -!  > required",
                "property-became-optional !- required > "
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
