namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of ResponseRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes them.
/// </summary>
public sealed class ResponseRulesTests
{
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            {
                "responses: {'200': {content: {application/json: {}}}}",
                "responses: {'200': {content: {application/json: {schema: {type: object}}}}}",
                "content-described -  > ",
                "content-undescribed !  > "
            },
            {
                "responses: {'200': {}}",
                "responses: {'200': {}, '201': {}}",
                "success-status-added -  > 201",
                "success-status-removed ! 201 > "
            },
            {
                "responses: {'200': {}}",
                "responses: {'200': {}, '404': {}}",
                "error-status-added -  > 404",
                "error-status-removed - 404 > "
            },
            { Header("A: {schema: {type: string}}"), Header("a: {schema: {type: string}}"), "", "" },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_change_of_an_operation_is_found_there_and_back(string one, string other, string there, string back) =>
        OperationRuleTable.CheckOperation(one, other, there, back);

    private static string Header(string headers) => $"responses: {{'200': {{headers: {{{headers}}}}}}}";
}
