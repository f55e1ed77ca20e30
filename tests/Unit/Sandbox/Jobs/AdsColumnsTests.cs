using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Jobs;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Jobs;

/// <summary>What a column holds follows from its name.</summary>
public sealed class AdsColumnsTests
{
    [Theory]
    [InlineData("CAMPAIGN_ID", "Id")]
    [InlineData("CAMPAIGN", "Id")]
    [InlineData("IS_PREMIERE_CAMPAIGN", "Flag")]
    [InlineData("CAMPAIGN_NAME", "Text")]
    [InlineData("AD_GROUP_STATUS", "Text")]
    [InlineData("SPEND_IN_MICRO_DOLLAR", "MicroMoney")]
    [InlineData("SPEND_IN_DOLLAR", "Money")]
    [InlineData("AD_GROUP_BUDGET_IN_LOCAL_CURRENCY", "Money")]
    [InlineData("ECTR", "Average")]
    [InlineData("TOTAL_IMPRESSION_FREQUENCY", "Average")]
    [InlineData("PAID_IMPRESSION", "Count")]
    [InlineData("LEADS", "Count")]
    public void A_name_says_what_a_column_holds(string column, string kind) =>
        Assert.Equal(kind, AdsColumns.Kind(column).ToString());

    [Fact]
    public void Every_column_of_the_description_has_a_value()
    {
        var entity = new AdsEntity("7", "CAMPAIGN_ID", "8");
        var period = new ReportPeriod(new DateOnly(2026, 10, 1), 7, 0, "2026-10-01");
        var columns = (JArray)
            Repository.Description()["components"]!["schemas"]!
                .SelectTokens("$..enum")
                .First(values => values.Count() > 600);
        Assert.All(columns, column => Assert.NotNull(AdsFigures.Value((string)column!, entity, period, "").Value));
    }
}
