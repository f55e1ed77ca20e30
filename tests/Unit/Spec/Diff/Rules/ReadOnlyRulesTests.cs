namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of ReadOnlyRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class ReadOnlyRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, properties: {a: {type: string, readOnly: true}}}",
                "property-became-read-only .?  > ",
                "property-became-writable .-  > "
            },
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, properties: {a: {type: string, writeOnly: true}}}",
                "property-became-write-only !.  > ",
                "property-became-readable -.  > "
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
