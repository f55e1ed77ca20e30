namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of DocumentationRules, from one side to the other and back, as <see cref="OperationRuleTable"/> writes
/// them.
/// </summary>
public sealed class DocumentationRulesTests
{
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            {
                "summary: one",
                "summary: two",
                "documentation-changed #  > summary",
                "documentation-changed #  > summary"
            },
            {
                "summary: one, description: more",
                "summary: one",
                "documentation-changed #  > description",
                "documentation-changed #  > description"
            },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_change_of_an_operation_is_found_there_and_back(string one, string other, string there, string back) =>
        OperationRuleTable.CheckOperation(one, other, there, back);
}
