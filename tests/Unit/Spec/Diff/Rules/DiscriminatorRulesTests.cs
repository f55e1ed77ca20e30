namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of DiscriminatorRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes
/// them.
/// </summary>
public sealed class DiscriminatorRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "discriminator: {propertyName: k}, oneOf: [{title: A, type: object, properties: {k: {type: "
                    + "string}}}, {title: B, type: object, properties: {l: {type: string}}}]",
                "discriminator: {propertyName: l}, oneOf: [{title: A, type: object, properties: {k: {type: "
                    + "string}}}, {title: B, type: object, properties: {l: {type: string}}}]",
                "discriminator-property-changed !! k > l",
                "discriminator-property-changed !! l > k"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
