namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of OperationRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes
/// them.
/// </summary>
public sealed class OperationRulesTests
{
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            { "operationId: x", "operationId: y", "operation-id-changed - x > y", "operation-id-changed - y > x" },
            { "tags: [a]", "tags: [b]", "tags-changed - a > b", "tags-changed - b > a" },
            { "deprecated: false", "deprecated: true", "operation-deprecated -  > ", "operation-undeprecated -  > " },
            {
                "x-sunset: '2026-01-01'",
                "x-sunset: '2026-06-01'",
                "sunset-changed - 2026-01-01 > 2026-06-01",
                "sunset-changed - 2026-06-01 > 2026-01-01"
            },
            {
                "x-ratelimit-category: org_read",
                "x-ratelimit-category: ads_read",
                "rate-category-changed ? org_read > ads_read",
                "rate-category-changed ? ads_read > org_read"
            },
            { "x-sandbox: enabled", "x-sandbox: disabled", "sandbox-disabled ?  > ", "sandbox-enabled -  > " },
        };

    public static TheoryData<string, string, string, string> Descriptions =>
        new()
        {
            {
                OperationRuleTable.Paths(""),
                OperationRuleTable.Paths(", /b: {get: {responses: {}}}"),
                "operation-added -  > GET /b",
                "operation-removed ! GET /b > "
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
}
