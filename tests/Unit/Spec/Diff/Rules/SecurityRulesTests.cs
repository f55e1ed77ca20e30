namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of SecurityRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes them.
/// </summary>
public sealed class SecurityRulesTests
{
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            {
                "security: [{oauth: [a]}]",
                "security: [{oauth: [a, b]}]",
                "security-tightened ! oauth (a) > oauth (a, b)",
                "security-relaxed - oauth (a, b) > oauth (a)"
            },
        };

    public static TheoryData<string, string, string, string> Descriptions =>
        new()
        {
            {
                OperationRuleTable.Schemes(""),
                OperationRuleTable.Schemes("key: {type: apiKey, in: header, name: X-Key}"),
                "security-scheme-added -  > key",
                "security-scheme-removed ? key > "
            },
            {
                OperationRuleTable.Schemes("key: {type: apiKey, in: header, name: X-Key}"),
                OperationRuleTable.Schemes("key: {type: apiKey, in: query, name: X-Key}"),
                "security-scheme-changed ? apiKey in header X-Key > apiKey in query X-Key",
                "security-scheme-changed ? apiKey in query X-Key > apiKey in header X-Key"
            },
            {
                OperationRuleTable.Schemes(Flow("scopes: {a: x}")),
                OperationRuleTable.Schemes(Flow("scopes: {a: x, b: x}")),
                "scope-added -  > b",
                "scope-removed ? b > "
            },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_change_of_an_operation_is_found_there_and_back(string one, string other, string there, string back) =>
        OperationRuleTable.CheckOperation(one, other, there, back);

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_change_of_a_description_is_found_there_and_back(
        string one,
        string other,
        string there,
        string back
    ) => OperationRuleTable.CheckDescription(one, other, there, back);

    private static string Flow(string scopes) =>
        $"oauth: {{type: oauth2, flows: {{authorizationCode: {{authorizationUrl: 'https://a.example', tokenUrl: "
        + $"'https://a.example', {scopes}}}}}}}";
}
