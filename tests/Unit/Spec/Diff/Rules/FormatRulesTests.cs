namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of FormatRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class FormatRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: string",
                "{type: string, format: uuid}",
                "format-narrowed -! none > uuid",
                "format-widened !- uuid > none"
            },
            {
                "{type: string, format: date}",
                "{type: string, format: date-time}",
                "format-changed !! date > date-time",
                "format-changed !! date-time > date"
            },
            {
                "{type: string, format: int32}",
                "{type: string, format: int64}",
                "format-widened !- int32 > int64",
                "format-narrowed -! int64 > int32"
            },
            {
                "{type: integer, format: int32}",
                "{type: integer}",
                "format-widened !- int32 > none",
                "format-narrowed -! none > int32"
            },
            {
                "{type: number, format: float}",
                "{type: number, format: double}",
                "format-widened !- float > none",
                "format-narrowed -! none > float"
            },
            {
                "{type: string, format: uuid}",
                "type: integer",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
