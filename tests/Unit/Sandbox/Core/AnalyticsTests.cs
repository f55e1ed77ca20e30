using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>The figures follow from the Pins of the account.</summary>
public sealed class AnalyticsTests : IAsyncLifetime
{
    private const string Metrics = "metric_types=IMPRESSION,SAVE,PIN_CLICK";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;
    private string _board = "";

    public async Task InitializeAsync()
    {
        _calls = await SandboxCalls.StartAsync(new SandboxOptions { TimeProvider = _clock });
        _board = await _calls.BoardAsync("Kitchens");
    }

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task An_account_has_the_sum_of_its_Pins()
    {
        var pins = new[]
        {
            await _calls.PinAsync(_board),
            await _calls.PinAsync(_board),
            await _calls.PinAsync(_board),
        };
        _clock.Advance(TimeSpan.FromDays(20));

        var each = (
            await _calls.GetAsync(
                $"/pins/analytics?pin_ids={string.Join("&pin_ids=", pins)}&start_date=2026-03-01&end_date=2026-03-20&{Metrics}"
            )
        ).Json;
        var account = (await _calls.GetAsync("/user_account/analytics?start_date=2026-03-01&end_date=2026-03-20")).Json[
            "all"
        ]!["summary_metrics"]!;

        foreach (var metric in new[] { "IMPRESSION", "SAVE", "PIN_CLICK" })
        {
            Assert.Equal(
                (double)account[metric]!,
                pins.Sum(pin => (double)each[pin]!["all"]!["summary_metrics"]![metric]!)
            );
        }

        Assert.True((double)account["IMPRESSION"]! > 0);
        Assert.Equal(
            (double)account["ENGAGEMENT"]!,
            (double)account["SAVE"]! + (double)account["PIN_CLICK"]! + (double)account["OUTBOUND_CLICK"]!
        );
        Assert.Equal((double)account["SAVE_RATE"]!, (double)account["SAVE"]! / (double)account["IMPRESSION"]!, 5);
    }

    [Fact]
    public async Task Days_before_a_Pin_was_made_have_nothing_and_the_days_add_up()
    {
        _clock.Advance(TimeSpan.FromDays(5));
        var pin = await _calls.PinAsync(_board);
        _clock.Advance(TimeSpan.FromDays(5));

        var all = (
            await _calls.GetAsync($"/pins/{pin}/analytics?start_date=2026-03-01&end_date=2026-03-11&{Metrics}")
        ).Json["all"]!;

        var days = all["daily_metrics"]!.ToList();
        Assert.Equal(11, days.Count);
        Assert.Equal(
            ("BEFORE_PIN_CREATED", 0),
            ((string?)days[0]["data_status"], (double)days[0]["metrics"]!["IMPRESSION"]!)
        );
        Assert.Equal(
            ["READY", "ESTIMATE", "ESTIMATE", "PROCESSING"],
            days[7..].Select(day => (string?)day["data_status"])
        );
        Assert.Equal(
            (double)all["summary_metrics"]!["IMPRESSION"]!,
            days.Sum(day => (double)day["metrics"]!["IMPRESSION"]!)
        );
        Assert.Equal((double)all["summary_metrics"]!["IMPRESSION"]!, (double)all["lifetime_metrics"]!["IMPRESSION"]!);
    }

    [Fact]
    public async Task A_save_counts_for_the_Pin_that_was_saved()
    {
        var pin = await _calls.PinAsync(_board);
        var before = await SavesAsync(pin);
        await _calls.PostAsync($"/pins/{pin}/save", new { board_id = _board });
        var copy = (await _calls.PostAsync($"/pins/{pin}/save", new { board_id = _board })).Id;
        Assert.Equal(before + 2, await SavesAsync(pin));
        await _calls.DeleteAsync($"/pins/{copy}");
        Assert.Equal(before + 1, await SavesAsync(pin));
    }

    [Theory]
    [InlineData("start_date=2026-03-01&end_date=2026-02-01", "'start_date' is after 'end_date'")]
    [InlineData("start_date=2026-03-01&end_date=2026-04-01", "'end_date' is in the future")]
    [InlineData("start_date=2025-03-01&end_date=2026-03-01", "more than 90 days ago")]
    [InlineData("start_date=2026-13-01&end_date=2026-03-01", "'start_date' must be a day")]
    public async Task A_range_that_makes_no_sense_is_refused(string range, string message)
    {
        var refused = await _calls.GetAsync($"/user_account/analytics?{range}");
        Assert.Equal(400, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_gives_each_app_its_share()
    {
        var pin = await _calls.PinAsync(_board);
        var split = (
            await _calls.GetAsync(
                $"/pins/{pin}/analytics?start_date=2026-03-01&end_date=2026-03-01&{Metrics}&split_field=APP_TYPE"
            )
        ).Json;
        Assert.Equal(["MOBILE", "TABLET", "WEB"], split.Properties().Select(app => app.Name));
        Assert.True(
            (double)split["MOBILE"]!["summary_metrics"]!["IMPRESSION"]!
                > (double)split["TABLET"]!["summary_metrics"]!["IMPRESSION"]!
        );
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("&pin_format=ALL", 3)]
    [InlineData("&pin_format=ORGANIC_IMAGE", 2)]
    [InlineData("&pin_format=ORGANIC_VIDEO", 1)]
    [InlineData("&pin_format=ORGANIC_PRODUCT", 0)]
    [InlineData("&content_type=ORGANIC", 3)]
    [InlineData("&content_type=PAID", 0)]
    [InlineData("&from_claimed_content=CLAIMED", 0)]
    [InlineData("&source=OTHER_PINS", 0)]
    [InlineData("&source=YOUR_PINS", 3)]
    public async Task An_accounts_figures_are_of_the_Pins_that_were_asked_for(string filter, int pins)
    {
        var all = await ThreeKindsAsync();

        var account = await _calls.GetAsync(
            $"/user_account/analytics?start_date=2026-03-01&end_date=2026-03-01{filter}"
        );

        Assert.True(account.Status == 200, account.Text);
        var expected = 0d;
        foreach (
            var pin in pins switch
            {
                1 => all[2..],
                2 => all[..2],
                3 => all,
                _ => [],
            }
        )
        {
            expected += await ImpressionsAsync(pin, "");
        }

        Assert.Equal(expected, (double)account.Json["all"]!["summary_metrics"]!["IMPRESSION"]!);
    }

    [Theory]
    [InlineData("MOBILE", 70)]
    [InlineData("TABLET", 10)]
    [InlineData("WEB", 20)]
    [InlineData("ALL", 100)]
    public async Task One_kind_of_app_has_its_share_in_one_figure_and_in_a_split(string app, int share)
    {
        var pin = await _calls.PinAsync(_board);
        var whole = await ImpressionsAsync(pin, "");

        Assert.Equal(Math.Floor(whole * share / 100), await ImpressionsAsync(pin, $"&app_types={app}"));
        var split = (
            await _calls.GetAsync(
                $"/pins/{pin}/analytics?start_date=2026-03-01&end_date=2026-03-01&{Metrics}&split_field=APP_TYPE&app_types={app}"
            )
        ).Json;
        Assert.Equal(
            app == "ALL" ? ["MOBILE", "TABLET", "WEB"] : new[] { app },
            split.Properties().Select(one => one.Name)
        );
    }

    [Fact]
    public async Task Each_metric_has_a_figure_and_those_of_videos_are_of_videos_only()
    {
        var pins = await ThreeKindsAsync();
        const string Asked =
            "IMPRESSION,SAVE,PIN_CLICK,OUTBOUND_CLICK,VIDEO_MRC_VIEW,VIDEO_AVG_WATCH_TIME,VIDEO_V50_WATCH_TIME,"
            + "QUARTILE_95_PERCENT_VIEW,VIDEO_10S_VIEW,VIDEO_START,TOTAL_COMMENTS,TOTAL_REACTIONS,USER_FOLLOW,PROFILE_VISIT,SAVE_RATE";
        _clock.Advance(TimeSpan.FromDays(29));

        var (image, video) = (await FiguresAsync(pins[0]), await FiguresAsync(pins[2]));

        Assert.Equal(
            Asked.Split(',').Order(StringComparer.Ordinal),
            image.Properties().Select(metric => metric.Name).Order(StringComparer.Ordinal)
        );
        foreach (var (name, value) in image)
        {
            Assert.Equal(
                name.StartsWith("VIDEO", StringComparison.Ordinal)
                || name.StartsWith("QUARTILE", StringComparison.Ordinal)
                    ? 0
                    : 1,
                Math.Sign((double)value!)
            );
        }

        foreach (var (name, value) in video)
        {
            Assert.Equal(name == "OUTBOUND_CLICK" ? 0 : 1, Math.Sign((double)value!));
        }

        async Task<JObject> FiguresAsync(string pin)
        {
            var answer = await _calls.GetAsync(
                $"/pins/{pin}/analytics?start_date=2026-03-01&end_date=2026-03-30&metric_types={Asked}"
            );
            Assert.True(answer.Status == 200, answer.Text);
            return (JObject)answer.Json["all"]!["summary_metrics"]!;
        }
    }

    // A picture with a link, two pictures and a video, which have none.
    private async Task<string[]> ThreeKindsAsync()
    {
        await _calls.PostAsync(
            "/_pact/provider-states",
            "{\"state\":\"an uploaded video exists\",\"params\":{\"media_id\":\"77\"}}"
        );
        var pins = new List<string>();
        foreach (
            var source in new[]
            {
                "{'source_type':'image_url','url':'https://example.com/a.jpg'}",
                "{'source_type':'multiple_image_urls','items':[{'url':'https://example.com/a.jpg'},{'url':'https://example.com/b.jpg'}]}",
                "{'source_type':'video_id','media_id':'77','cover_image_key_frame_time':1}",
            }
        )
        {
            var pin = new JObject { ["board_id"] = _board, ["media_source"] = JObject.Parse(source) };
            if (pins.Count == 0)
            {
                pin["link"] = "https://example.com/table";
            }

            pins.Add((await _calls.PostAsync("/pins", pin)).Id);
        }

        return [.. pins];
    }

    private async Task<double> ImpressionsAsync(string pin, string more) =>
        (double)
            (
                await _calls.GetAsync(
                    $"/pins/{pin}/analytics?start_date=2026-03-01&end_date=2026-03-01&{Metrics}{more}"
                )
            ).Json["all"]!["summary_metrics"]!["IMPRESSION"]!;

    private async Task<double> SavesAsync(string pin)
    {
        var day = _clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (double)
            (await _calls.GetAsync($"/pins/{pin}/analytics?start_date={day}&end_date={day}&{Metrics}")).Json["all"]![
                "summary_metrics"
            ]!["SAVE"]!;
    }
}
