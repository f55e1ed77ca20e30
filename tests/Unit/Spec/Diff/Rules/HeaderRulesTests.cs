namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of HeaderRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes them.
/// </summary>
public sealed class HeaderRulesTests
{
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            { Header(""), Header("A: {schema: {type: string}}"), "header-added -  > A", "header-removed ? A > " },
            {
                Header(""),
                Header("A: {required: true, schema: {type: string}}"),
                "header-added -  > A",
                "required-header-removed ! A > "
            },
            {
                Header("A: {schema: {type: string}}"),
                Header("A: {required: true, schema: {type: string}}"),
                "header-became-required -  > ",
                "header-became-optional !  > "
            },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_change_of_an_operation_is_found_there_and_back(string one, string other, string there, string back) =>
        OperationRuleTable.CheckOperation(one, other, there, back);

    private static string Header(string headers) => $"responses: {{'200': {{headers: {{{headers}}}}}}}";
}
