using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>A table fits the terminal: its cells are wrapped, and at last its rows become paragraphs.</summary>
public sealed class TextTableTests
{
    [Fact]
    public void A_pipe_gets_each_row_in_one_line_with_numbers_at_the_right() =>
        Assert.Equal(["name       count", "pins/list      7", "b             12"], Lines(null));

    [Theory]
    [InlineData(200)]
    [InlineData(80)]
    [InlineData(40)]
    [InlineData(16)]
    public void What_fits_stays_as_it_is(int width) => Assert.Equal(Lines(null), Lines(width));

    [Fact]
    public void A_cell_is_wrapped_at_its_blanks_and_a_long_word_behind_a_slash()
    {
        var table = new TextTable([new("path"), new("scopes")], 34);
        table.Add(["/ad_accounts/{ad_account_id}/campaigns", "ads:read boards:read"]);

        Assert.Equal(
            ["path              scopes", "/ad_accounts/     ads:read", "{ad_account_id}/  boards:read", "campaigns"],
            All(table)
        );
    }

    [Fact]
    public void A_row_that_does_not_fit_at_all_is_a_paragraph_without_its_empty_cells()
    {
        var table = new TextTable([new("name"), new("method"), new("path"), new("paged")], 22);
        table.Add(["pins/list", "GET", "/pins/of/a/very/long/name", ""]);

        Assert.Equal(["pins/list", "    method GET, path", "      /pins/of/a/very/long/name"], All(table));
    }

    [Fact]
    public void A_paragraph_names_a_column_in_full()
    {
        var table = new TextTable([new("release"), new("+") { Name = "operations added" }], 10);
        table.Add(["a-long-word-that-needs-room", "7"]);

        Assert.Contains("operations", string.Join(' ', All(table)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_others_wrote_is_escaped_before_it_is_measured()
    {
        var table = new TextTable([new("a"), new("b")], null);
        table.Add(["\e[31m", "x"]);

        Assert.DoesNotContain('\e', string.Concat(All(table)));
    }

    private static List<string> Lines(int? width)
    {
        var table = new TextTable([new("name"), new("count", IsNumber: true)], width);
        table.Add(["pins/list", "7"]);
        table.Add(["b", "12"]);
        return All(table);
    }

    private static List<string> All(TextTable table)
    {
        var printed = table.Print();
        return [.. printed.Head, .. printed.Rows.SelectMany(row => row)];
    }
}
