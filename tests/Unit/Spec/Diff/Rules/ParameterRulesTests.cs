namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of ParameterRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes
/// them.
/// </summary>
public sealed class ParameterRulesTests
{
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            {
                "parameters: []",
                "parameters: [{name: a, in: query, schema: {type: string}}]",
                "parameter-added -  > a (query)",
                "parameter-removed ? a (query) > "
            },
            {
                "parameters: []",
                "parameters: [{name: a, in: query, required: true, schema: {type: string}}]",
                "required-parameter-added !  > a (query)",
                "parameter-removed ? a (query) > "
            },
            {
                Query("required: false"),
                Query("required: true"),
                "parameter-became-required !  > ",
                "parameter-became-optional -  > "
            },
            {
                Query("allowEmptyValue: false"),
                Query("allowEmptyValue: true"),
                "empty-value-allowed -  > ",
                "empty-value-forbidden !  > "
            },
            {
                Query("allowReserved: false"),
                Query("allowReserved: true"),
                "reserved-characters-allowed -  > ",
                "reserved-characters-forbidden ?  > "
            },
            {
                Query("deprecated: false"),
                Query("deprecated: true"),
                "parameter-deprecated -  > ",
                "parameter-undeprecated -  > "
            },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_change_of_an_operation_is_found_there_and_back(string one, string other, string there, string back) =>
        OperationRuleTable.CheckOperation(one, other, there, back);

    private static string Query(string fact) =>
        $"parameters: [{{name: a, in: query, {fact}, schema: {{type: string}}}}]";
}
