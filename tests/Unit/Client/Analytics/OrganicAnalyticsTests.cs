using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Analytics;

/// <summary>Figures of the user account and of Pins over any range that Pinterest keeps.</summary>
public sealed class OrganicAnalyticsTests
{
    private static readonly AnalyticsOptions Saves = new() { Metrics = ["SAVE"] };

    private readonly WatchedTime _time = new();
    private readonly FakePinterest _pinterest = new();

    public OrganicAnalyticsTests()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero));
        _pinterest.Answer = (request, _) => Task.FromResult(FakePinterest.Reply(Report(request).ToString()));
    }

    private static DateOnly Today => new(2026, 3, 31);

    private PinterestClient Client => _pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, _time);

    [Fact]
    public async Task A_long_range_is_requested_in_slices_and_no_day_occurs_twice()
    {
        var parts = await Client.GetUserAccountAnalyticsAsync(Today.AddDays(-90), Today);

        var series = Assert.Single(parts).Value;
        Assert.Equal("all", Assert.Single(parts).Key);
        Assert.Equal(2, _pinterest.Requests.Count);
        Assert.Equal(Enumerable.Range(0, 91).Select(i => Today.AddDays(i - 90)), series.Days.Select(day => day.Date));
        Assert.Equal(91, series.Sum("SAVE"));
        Assert.Null(series.Sum("IMPRESSION"));
    }

    [Fact]
    public async Task What_Pinterest_still_computes_is_marked()
    {
        var series = (await Client.GetPinAnalyticsAsync("7", Today.AddDays(-2), Today, Saves))["all"];

        Assert.False(series.IsFinal);
        Assert.Equal([false, true, true], series.Days.Select(day => day.IsPreliminary));
        Assert.Equal(["READY", "ESTIMATE", "PROCESSING"], series.Days.Select(day => day.Status));
        Assert.Equal(12, series.LifetimeMetrics["SAVE"]);
    }

    [Fact]
    public async Task A_figure_that_is_null_or_no_number_is_absent_and_the_others_stay()
    {
        _pinterest.Answer = (_, _) =>
            Task.FromResult(
                FakePinterest.Reply(
                    """
                    {"all":{"daily_metrics":[
                      {"date":"2026-03-30","data_status":"READY","metrics":{"SAVE":"3","IMPRESSION":null,"PIN_CLICK":{}}},
                      {"date":"not a day","metrics":{"SAVE":1}},
                      "nothing",
                      {"date":"2026-03-31"}
                    ]},"odd":7}
                    """
                )
            );

        var parts = await Client.GetUserAccountAnalyticsAsync(Today.AddDays(-1), Today);

        var series = Assert.Single(parts).Value;
        Assert.Equal(3, Assert.Single(series.Days[0].Metrics).Value);
        Assert.Equal(2, series.Days.Count);
        Assert.Null(series.Days[1].Status);
    }

    [Fact]
    public async Task More_than_100_Pins_are_requested_in_several_calls()
    {
        var ids = Enumerable.Range(1, 150).Select(i => $"{i}").ToList();

        var pins = await Client.GetPinsAnalyticsAsync(ids.Append("1"), Today.AddDays(-90), Today, Saves);

        Assert.Equal(ids.Order(), pins.Keys.Order());
        Assert.All(pins.Values, pin => Assert.Equal(91, pin["all"].Days.Count));
        Assert.Equal(4, _pinterest.Requests.Count);
    }

    [Theory]
    [InlineData(-91, 0, "more than 90 days ago. The earliest day is 2025-12-31.")]
    [InlineData(0, -1, "is after the last day")]
    [InlineData(0, 1, "is in the future. Today in UTC is 2026-03-31.")]
    public async Task A_range_that_Pinterest_would_refuse_is_not_requested(int start, int end, string problem)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            Client.GetUserAccountAnalyticsAsync(Today.AddDays(start), Today.AddDays(end))
        );

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task Filters_that_Pins_do_not_have_are_refused_and_not_lost()
    {
        foreach (
            var options in new[]
            {
                Saves with
                {
                    Source = "YOUR_PINS",
                },
                Saves with
                {
                    ContentType = "PAID",
                },
                Saves with
                {
                    PinFormat = "ALL",
                },
                Saves with
                {
                    FromClaimedContent = "BOTH",
                },
                new AnalyticsOptions(),
            }
        )
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Client.GetPinAnalyticsAsync("7", Today, Today, options));
        }

        var split = Saves with { SplitField = "APP_TYPE" };
        await Client.GetPinAnalyticsAsync("7", Today, Today, split);
        await Assert.ThrowsAsync<ArgumentException>(() => Client.GetPinsAnalyticsAsync(["7"], Today, Today, split));
    }

    [Fact]
    public async Task Rates_are_not_added_up()
    {
        var series = (await Client.GetUserAccountAnalyticsAsync(Today, Today))["all"];

        Assert.Throws<ArgumentException>(() => series.Sum("SAVE_RATE"));
    }

    [Fact]
    public async Task The_sandbox_gives_each_day_of_a_range_once()
    {
        await using var calls = await SandboxCalls.StartAsync(new SandboxOptions { TimeProvider = _time });
        var pin = await calls.PinAsync(await calls.BoardAsync("Kitchens"));
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = calls.Sandbox.BaseAddress,
                AccessToken = calls.Sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
                TimeProvider = _time,
            }
        );
        var start = Today.AddDays(-30);
        var options = Saves with { DaysPerCall = 7 };

        var account = (await client.GetUserAccountAnalyticsAsync(start, Today, options))["all"];
        var ofPin = (await client.GetPinAnalyticsAsync(pin, start, Today, options))["all"];
        var ofPins = (await client.GetPinsAnalyticsAsync([pin], start, Today, options))[pin]["all"];

        Assert.Equal(Enumerable.Range(0, 31).Select(i => start.AddDays(i)), account.Days.Select(day => day.Date));
        Assert.Equal(ofPin.Days.Select(day => day.Metrics["SAVE"]), ofPins.Days.Select(day => day.Metrics["SAVE"]));
        Assert.Equal(account.Sum("SAVE"), ofPin.Sum("SAVE"));
    }

    private static JObject Report(HttpRequestMessage request)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.RequestUri!.Query);
        var start = AnalyticsRow.ParseDay(query["start_date"])!.Value;
        var end = AnalyticsRow.ParseDay(query["end_date"])!.Value;
        Assert.InRange(end.DayNumber - start.DayNumber, 0, 89);
        var days = Enumerable.Range(0, end.DayNumber - start.DayNumber + 1).Select(start.AddDays);
        var report = new JObject
        {
            ["all"] = new JObject
            {
                ["daily_metrics"] = new JArray(days.Select(Day)),
                ["lifetime_metrics"] = new JObject { ["SAVE"] = 12 },
            },
        };
        return query.TryGetValue("pin_ids", out var pins)
            ? new JObject(pins.SelectMany(id => id!.Split(',')).Select(id => new JProperty(id, report.DeepClone())))
            : report;
    }

    private static JObject Day(DateOnly day)
    {
        var status = (Today.DayNumber - day.DayNumber) switch
        {
            0 => "PROCESSING",
            1 => "ESTIMATE",
            _ => "READY",
        };
        return new JObject
        {
            ["date"] = day.ToString("O"),
            ["data_status"] = status,
            ["metrics"] = new JObject { ["SAVE"] = 1 },
        };
    }
}
