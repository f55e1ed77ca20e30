using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Spec.Changelog;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>The report of flags in all its forms. To approve others, set PINTEREST_APPROVE=1 and run the tests.</summary>
public sealed class FlagReportsTests
{
    [Theory]
    [InlineData("text", "flags.txt")]
    [InlineData("markdown", "flags.md")]
    [InlineData("json", "flags.json")]
    public void A_report_is_the_one_that_was_read(string format, string name)
    {
        var file = Houses.PathOf(name);
        var text = FlagReports.Print(Houses.Compare(), format) + "\n";
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void The_page_has_every_operation_and_every_reason()
    {
        var comparison = Houses.Compare();
        var page = FlagReports.Print(comparison, "html");

        Assert.All(
            comparison.Operations.Select(row => row.Operation),
            name => Assert.Contains($">{name}<", page, StringComparison.Ordinal)
        );
        Assert.All(
            comparison.Reasons.Select(count => count.Reason.Word()),
            word => Assert.Contains($">{word}<", page, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void A_table_fits_the_terminal(int width)
    {
        var text = FlagReports.Print(Houses.Compare(), "text", new ConsoleStyle { Width = width });

        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void Every_reason_has_a_sentence_of_its_own()
    {
        var texts = Enum.GetValues<FlagReason>().Select(FlagReasonTexts.Of).ToList();

        Assert.Equal(texts.Count, texts.Distinct().Count());
    }
}
