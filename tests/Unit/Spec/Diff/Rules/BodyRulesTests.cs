namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of BodyRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes them.
/// </summary>
public sealed class BodyRulesTests
{
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            { "", "requestBody: {content: {}}", "body-added -  > ", "body-removed !  > " },
            { "", "requestBody: {required: true, content: {}}", "required-body-added !  > ", "body-removed !  > " },
            {
                "requestBody: {content: {}}",
                "requestBody: {required: true, content: {}}",
                "body-became-required !  > ",
                "body-became-optional -  > "
            },
            {
                "requestBody: {content: {application/json: {}}}",
                "requestBody: {content: {application/json: {schema: {type: object}}}}",
                "content-described !  > ",
                "content-undescribed -  > "
            },
            {
                "requestBody: {content: {application/json: {}}}",
                "requestBody: {content: {application/json: {}, text/csv: {}}}",
                "media-type-added -  > text/csv",
                "media-type-removed ! text/csv > "
            },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_change_of_an_operation_is_found_there_and_back(string one, string other, string there, string back) =>
        OperationRuleTable.CheckOperation(one, other, there, back);
}
