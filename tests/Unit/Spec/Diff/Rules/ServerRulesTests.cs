namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of ServerRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes them.
/// </summary>
public sealed class ServerRulesTests
{
    public static TheoryData<string, string, string, string> Descriptions =>
        new()
        {
            {
                OperationRuleTable.Servers("{url: 'https://a.example'}"),
                OperationRuleTable.Servers("{url: 'https://a.example'}, {url: 'https://b.example'}"),
                "server-added -  > https://b.example",
                "server-removed ? https://b.example > "
            },
        };

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_change_of_a_description_is_found_there_and_back(
        string one,
        string other,
        string there,
        string back
    ) => OperationRuleTable.CheckDescription(one, other, there, back);
}
