namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of EnumRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class EnumRulesTests
{
    private const string Twelve = "A, B, C, D, E, F, G, H, I, J, K, L";

    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "{type: string, enum: [A]}",
                "{type: string, enum: [A, B]}",
                "enum-value-added ?-  > B",
                "enum-value-removed -! B > "
            },
            { "type: string", "{type: string, enum: [A]}", "enum-added -!  > A", "enum-dropped ?- A > " },
            { "enum: [A]", "{type: string, enum: [A, B]}", "enum-value-added ?-  > B", "enum-value-removed -! B > " },
            {
                "{type: integer, enum: [1]}",
                "{type: number, enum: [1, 2]}",
                "enum-value-added ?-  > 2; type-widened !- integer > number",
                "enum-value-removed -! 2 > ; type-narrowed -! number > integer"
            },
            {
                "{type: integer, enum: [1]}",
                "type: number",
                "enum-dropped ?- 1 > ; type-widened !- integer > number",
                "enum-added -!  > 1; type-narrowed -! number > integer"
            },
            {
                "{type: string, enum: [A]}",
                "{type: integer, enum: [1]}",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
            {
                "{type: string, enum: [A]}",
                "type: integer",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
            {
                "type: string",
                $"{{type: string, enum: [{Twelve}]}}",
                $"enum-added -!  > {Twelve}",
                $"enum-dropped ?- {Twelve} > "
            },
            {
                "type: string",
                $"{{type: string, enum: [{Twelve}, M]}}",
                $"enum-added -!  > {Twelve} and 1 more",
                $"enum-dropped ?- {Twelve} and 1 more > "
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
