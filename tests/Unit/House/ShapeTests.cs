using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>
/// The page and the budgets of hand-written code, measured after formatting. What good code bases need is the model:
/// see CONTRIBUTING.md, "How it is written".
/// </summary>
public sealed class ShapeTests
{
    private const string Command = "See all of it: dotnet run --project tests/Unit -- shape";

    private static readonly ShapeTable Table = new(Repository.Root);

    [Fact]
    public void No_hand_written_line_is_wider_than_140_columns() =>
        AssertNone(Table.WideLines, "Wrap texts and comments by hand; 'dotnet csharpier format .' wraps code.");

    [Fact]
    public void Every_branch_and_loop_has_braces() =>
        AssertNone(
            Table.MissingBraces,
            "Run: dotnet format style Pinterest.OpenApi.sln --diagnostics IDE0011 --severity info"
        );

    [Fact]
    public void Production_code_sets_one_variable_a_line_and_asks_one_condition_an_expression() =>
        AssertNone(Table.HardToRead, Command);

    [Fact]
    public void A_production_file_has_at_most_300_lines_a_test_file_400()
    {
        AssertNone(
            Table.Production.Longest(file: 300, method: int.MaxValue),
            "Find the parts of the file and name them."
        );
        AssertNone(Table.Tests.Longest(file: 400, method: int.MaxValue), "Find the parts of the file and name them.");
    }

    [Fact]
    public void A_production_method_has_at_most_60_lines() =>
        AssertNone(
            Table.Production.Longest(file: int.MaxValue, method: 60),
            "Find the steps of the method and name them."
        );

    [Fact]
    public void Most_production_files_and_methods_are_short()
    {
        Assert.True(
            Table.Production.FileMedian <= 75,
            $"The median of files is {Table.Production.FileMedian}. {Command}"
        );
        Assert.True(Table.Production.FileP90 <= 170, $"One file in ten is over {Table.Production.FileP90}. {Command}");
        Assert.True(
            Table.Production.MethodP90 <= 30,
            $"One method in ten is over {Table.Production.MethodP90}. {Command}"
        );
    }

    private static void AssertNone(IEnumerable<string> places, string remedy)
    {
        var found = places.ToList();
        Assert.True(found.Count == 0, $"{string.Join('\n', found)}\n{remedy}");
    }
}
