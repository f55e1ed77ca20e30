using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Client.Reports;

/// <summary>How the days of a report are cut into reports that Pinterest allows.</summary>
public sealed class ReportRangeTests
{
    private const int Seed = 20260131;
    private static readonly DateOnly Today = new(2026, 1, 31);

    [Fact]
    public void Any_range_is_covered_without_a_gap_and_without_a_day_in_two_reports()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 500; i++)
        {
            var start = Today.AddDays(-random.Next(914));
            var end = start.AddDays(random.Next(Today.DayNumber - start.DayNumber + 1));
            var granularity = random.GetItems(["DAY", "WEEK", "MONTH"], 1)[0];
            var days = random.Next(32, 200);

            var parts = Cut(start, end, granularity, options: new ReportOptions { DaysPerReport = days });

            var next = start;
            foreach (var (from, to) in parts)
            {
                Assert.Equal(next, from);
                Assert.InRange(to.DayNumber - from.DayNumber + 1, 1, days);
                next = to.AddDays(1);
            }

            Assert.Equal(end, next.AddDays(-1));
        }
    }

    [Fact]
    public void Months_and_weeks_are_not_cut()
    {
        var months = Cut(new(2025, 1, 15), new(2025, 12, 31), "MONTH");
        Assert.All(months.Skip(1), part => Assert.Equal(1, part.Start.Day));

        var weeks = Cut(new(2025, 1, 6), new(2025, 12, 31), "WEEK");
        Assert.All(weeks.Skip(1), part => Assert.Equal(DayOfWeek.Monday, part.Start.DayOfWeek));
    }

    [Theory]
    [InlineData("CAMPAIGN", "DAY", 914, 185)]
    [InlineData("PRODUCT_ITEM", "DAY", 92, 31)]
    [InlineData("CAMPAIGN", "HOUR", 8, 3)]
    public void Each_level_and_granularity_has_the_limits_that_Pinterest_has(
        string level,
        string granularity,
        int daysBack,
        int daysPerReport
    )
    {
        var parts = Cut(Today.AddDays(-daysBack), Today, granularity, level);
        Assert.Equal(daysPerReport, parts[0].End.DayNumber - parts[0].Start.DayNumber + 1);

        var error = Assert.Throws<ArgumentException>(() =>
            Cut(Today.AddDays(-daysBack - 1), Today, granularity, level)
        );
        Assert.Contains($"more than {daysBack} days ago", error.Message, StringComparison.Ordinal);
        Assert.Contains($"The earliest day is {Today.AddDays(-daysBack):O}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_belong_to_the_first_and_to_the_last_day()
    {
        var body = Body(Today.AddDays(-6), Today, "HOUR");
        body["start_hour"] = 5;
        body["end_hour"] = 20;

        var parts = ReportRange.Cut(body, new ReportOptions(), Today, ReportKind.Ads).ToList();

        Assert.Equal(3, parts.Count);
        Assert.Equal([5, null, null], parts.Select(part => (int?)part["start_hour"]));
        Assert.Equal([null, null, 20], parts.Select(part => (int?)part["end_hour"]));
    }

    [Fact]
    public void A_total_that_one_report_cannot_give_is_refused()
    {
        Assert.Single(Cut(Today.AddDays(-184), Today, "TOTAL"));

        var error = Assert.Throws<ArgumentException>(() => Cut(Today.AddDays(-185), Today, "TOTAL"));
        Assert.Contains("cannot be merged", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-01-30", "is after the last day")]
    [InlineData("2026-01-31", "2026-02-01", "is in the future")]
    [InlineData("31.01.2026", "2026-01-31", "The report needs start_date")]
    [InlineData(null, "2026-01-31", "The report needs start_date")]
    [InlineData("2026-01-31", "", "The report needs end_date")]
    public void A_range_that_is_none_is_refused(string? start, string end, string problem)
    {
        var body = new JObject { ["start_date"] = start, ["end_date"] = end };

        var error = Assert.Throws<ArgumentException>(() =>
            ReportRange.Cut(body, new ReportOptions(), Today, ReportKind.Ads).ToList()
        );

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_of_conversions_by_product_and_for_marketing_mix_span_a_year()
    {
        foreach (var kind in new[] { ReportKind.ConversionProducts, ReportKind.MarketingMix })
        {
            var body = Body(Today.AddDays(-914), Today, "DAY");

            Assert.Equal(3, ReportRange.Cut(body, new ReportOptions(), Today, kind).Count());
        }
    }

    [Fact]
    public void Reports_without_known_limits_are_cut_only_when_the_options_say_so()
    {
        var kind = ReportKind.Catalogs;
        var body = Body(Today.AddDays(-2000), Today, "DAY");

        Assert.Same(body, Assert.Single(ReportRange.Cut(body, new ReportOptions(), Today, kind)));
        Assert.Equal(3, ReportRange.Cut(body, new ReportOptions { DaysPerReport = 1000 }, Today, kind).Count());
    }

    private static List<(DateOnly Start, DateOnly End)> Cut(
        DateOnly start,
        DateOnly end,
        string granularity,
        string level = "CAMPAIGN",
        ReportOptions? options = null
    ) =>
        [
            .. ReportRange
                .Cut(Body(start, end, granularity, level), options ?? new ReportOptions(), Today, ReportKind.Ads)
                .Select(part =>
                    (FakeReports.Day((string)part["start_date"]!), FakeReports.Day((string)part["end_date"]!))
                ),
        ];

    private static JObject Body(DateOnly start, DateOnly end, string granularity, string level = "CAMPAIGN") =>
        new()
        {
            ["start_date"] = start.ToString("O"),
            ["end_date"] = end.ToString("O"),
            ["granularity"] = granularity,
            ["level"] = level,
        };
}
