using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Reports;

/// <summary>How lists that are too long for one report are cut into several.</summary>
public sealed class ReportFiltersTests
{
    [Fact]
    public async Task The_lists_and_their_lengths_are_those_of_the_description()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "openapi", "pinterest-v5.json"));
        var lists = JObject.Parse(text)["components"]!["schemas"]!["AdsAnalyticsCreateAsyncRequest"]!["properties"]!
            .Children<JProperty>()
            .Where(property => property.Value["maxItems"] is not null)
            .Select(property => (property.Name, (int)property.Value["maxItems"]!))
            .Order();

        Assert.Equal(lists, ReportFilters.Lists.Select(list => (list.Name, list.Most)).Order());
    }

    [Fact]
    public void Eight_statuses_become_two_reports()
    {
        var parts = ReportFilters.Cut(Body("AD_GROUP", ("campaign_statuses", 8)));

        Assert.Equal([6, 2], parts.Select(part => part["campaign_statuses"]!.Count()));
        Assert.All(parts, part => Assert.Equal("AD_GROUP", (string?)part["level"]));
        Assert.Equal(8, parts.SelectMany(part => part["campaign_statuses"]!).Distinct().Count());
    }

    [Fact]
    public void Two_lists_that_are_too_long_become_a_report_for_each_pair()
    {
        var parts = ReportFilters.Cut(Body("PIN_PROMOTION", ("campaign_ids", 1001), ("ad_statuses", 7)));

        Assert.Equal(6, parts.Count);
        Assert.Equal(
            6,
            parts.Select(part => (string?)part["campaign_ids"]![0] + part["ad_statuses"]![0]).Distinct().Count()
        );
    }

    [Fact]
    public void A_value_that_is_given_twice_counts_once()
    {
        var body = Body("CAMPAIGN", ("campaign_statuses", 6));
        ((JArray)body["campaign_statuses"]!).Add("campaign_statuses 1");

        Assert.Single(ReportFilters.Cut(body));
    }

    [Theory]
    [InlineData("ADVERTISER", "campaign_ids")]
    [InlineData("CAMPAIGN", "ad_group_statuses")]
    [InlineData("AD_GROUP_TARGETING", "ad_ids")]
    [InlineData("PRODUCT_ITEM", "campaign_statuses")]
    [InlineData(null, "campaign_statuses")]
    [InlineData("A_NEW_LEVEL", "campaign_statuses")]
    public void A_list_is_not_cut_where_a_row_belongs_to_several_of_its_values(string? level, string list)
    {
        var error = Assert.Throws<ArgumentException>(() => ReportFilters.Cut(Body(level, (list, 501))));

        Assert.StartsWith($"{list} has 501 values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targeting_types_are_cut_unless_they_are_combined()
    {
        var body = Body("CAMPAIGN_TARGETING", ("targeting_types", 7));
        Assert.Equal(2, ReportFilters.Cut(body).Count);

        body["combine_targeting_types"] = true;
        Assert.Throws<ArgumentException>(() => ReportFilters.Cut(body));
    }

    private static JObject Body(string? level, params (string Name, int Count)[] lists)
    {
        var body = new JObject { ["level"] = level };
        foreach (var (name, count) in lists)
        {
            body[name] = new JArray(Enumerable.Range(0, count).Select(i => $"{name} {i}"));
        }

        return body;
    }
}
