using Pinterest.OpenApi.Spec.Checking;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>The page of a check shows at once what is wrong.</summary>
public sealed class CheckHtmlTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_verification_that_failed_is_unfolded(int failed, bool isOpen)
    {
        var page = CheckHtml.Print(SmallReport.Good.With(SmallReport.Contracts(2, failed)));

        Assert.Equal(isOpen, page.Contains("<details class=\"group\" open>", StringComparison.Ordinal));
        var mark = isOpen ? "bad\">failed" : "good\">passed";
        Assert.Contains($"<span class=\"mark {mark}</span> interaction 1</summary>", page, StringComparison.Ordinal);
        Assert.Equal(isOpen, page.Contains("<dt>body.p1</dt><dd>is gone", StringComparison.Ordinal));
    }
}
