using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation.Emit;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Emit;

/// <summary>Each column of a report has a property whose type its name tells.</summary>
public sealed class ReportColumnTests
{
    [Theory]
    [InlineData("SPEND_IN_MICRO_DOLLAR", "Long")]
    [InlineData("TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR", "Long")]
    [InlineData("CPC_IN_MICRO_CURRENCY", "Long")]
    [InlineData("IMPRESSION_1", "Long")]
    [InlineData("TOTAL_VIEW_CATEGORY", "Long")]
    [InlineData("TOTAL_VIDEO_3SEC_VIEWS", "Long")]
    [InlineData("IDEA_PIN_PRODUCT_TAG_VISIT_1", "Long")]
    [InlineData("SPEND_IN_DOLLAR", "Decimal")]
    [InlineData("COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1", "Decimal")]
    [InlineData("AD_GROUP_BUDGET_IN_LOCAL_CURRENCY", "Decimal")]
    [InlineData("TOTAL_CONVERSION_PRODUCT_VALUE_IN_USD", "Decimal")]
    [InlineData("CAMPAIGN_DAILY_SPEND_CAP", "Decimal")]
    [InlineData("CTR_2", "Decimal")]
    [InlineData("EENGAGEMENT_RATE", "Decimal")]
    [InlineData("CHECKOUT_ROAS", "Decimal")]
    [InlineData("TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND", "Decimal")]
    [InlineData("CAMPAIGN_ID", "Text")]
    [InlineData("CAMPAIGN", "Text")]
    [InlineData("CAMPAIGN_CUSTOM_LABELS", "Text")]
    [InlineData("PRODUCT_ITEM_PRICE", "Text")]
    [InlineData("CONVERSION_PRODUCT_BRAND", "Text")]
    [InlineData("IS_PREMIERE_CAMPAIGN", "Text")]
    public void A_name_tells_the_type(string value, string accessor)
    {
        Assert.Equal(accessor, new ReportColumn("Any", value).Accessor);
    }

    [Fact]
    public async Task Every_column_of_the_description_is_a_property_of_a_row()
    {
        var description = JObject.Parse(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "openapi", "pinterest-v5.json"))
        );
        var values = new[] { "ReportingColumnSync", "ReportingColumnAsync" }
            .SelectMany(name => description["components"]!["schemas"]![name]!["enum"]!.Values<string>())
            .Distinct()
            .ToList();
        var properties = typeof(AnalyticsRow).GetProperties().Where(property => property.Name is not "Date").ToList();

        foreach (var value in values)
        {
            var row = new AnalyticsRow([new(value!, "7")]);
            Assert.Single(properties, property => property.Name is not "Values" && Has7(property.GetValue(row)));
        }

        Assert.InRange(values.Count, 600, 2000);
    }

    private static bool Has7(object? value) =>
        value switch
        {
            string text => text == "7",
            long number => number == 7,
            decimal number => number == 7,
            _ => false,
        };
}
