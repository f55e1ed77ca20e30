using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

public sealed class RulePagesTests
{
    [Fact]
    public void Each_rule_has_a_page_of_its_own_on_the_site()
    {
        var pages = DiffRules.All.Select(RulePages.Of).ToList();

        Assert.All(pages, page => Assert.Matches("^https://[^/]+/rules/[A-Za-z0-9-]+\\.html$", page));
        Assert.Equal(pages.Count, pages.Distinct(StringComparer.Ordinal).Count());
    }
}
