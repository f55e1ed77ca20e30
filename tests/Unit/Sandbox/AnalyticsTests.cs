using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox;

/// <summary>The figures follow from the Pins that are there.</summary>
public sealed class AnalyticsTests : IAsyncLifetime
{
    private const string Metrics = "metric_types=IMPRESSION,SAVE,PIN_CLICK";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;
    private string _board = "";

    public async Task InitializeAsync()
    {
        _calls = await SandboxCalls.StartAsync(new SandboxOptions { Clock = _clock });
        _board = await _calls.BoardAsync("Kitchens");
    }

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task An_account_has_the_sum_of_its_Pins()
    {
        var pins = new[] { await _calls.PinAsync(_board), await _calls.PinAsync(_board), await _calls.PinAsync(_board) };
        _clock.Advance(TimeSpan.FromDays(20));

        var each = (await _calls.GetAsync($"/pins/analytics?pin_ids={string.Join("&pin_ids=", pins)}&start_date=2026-03-01&end_date=2026-03-20&{Metrics}")).Json;
        var account = (await _calls.GetAsync("/user_account/analytics?start_date=2026-03-01&end_date=2026-03-20")).Json["all"]!["summary_metrics"]!;

        foreach (var metric in new[] { "IMPRESSION", "SAVE", "PIN_CLICK" }) Assert.Equal((double)account[metric]!, pins.Sum(pin => (double)each[pin]!["all"]!["summary_metrics"]![metric]!));
        Assert.True((double)account["IMPRESSION"]! > 0);
        Assert.Equal((double)account["ENGAGEMENT"]!, (double)account["SAVE"]! + (double)account["PIN_CLICK"]! + (double)account["OUTBOUND_CLICK"]!);
        Assert.Equal((double)account["SAVE_RATE"]!, (double)account["SAVE"]! / (double)account["IMPRESSION"]!, 5);
    }

    [Fact]
    public async Task Days_before_a_Pin_was_made_have_nothing_and_the_days_add_up()
    {
        _clock.Advance(TimeSpan.FromDays(5));
        var pin = await _calls.PinAsync(_board);
        _clock.Advance(TimeSpan.FromDays(5));

        var all = (await _calls.GetAsync($"/pins/{pin}/analytics?start_date=2026-03-01&end_date=2026-03-11&{Metrics}")).Json["all"]!;

        var days = all["daily_metrics"]!.ToList();
        Assert.Equal(11, days.Count);
        Assert.Equal(("BEFORE_PIN_CREATED", 0), ((string?)days[0]["data_status"], (double)days[0]["metrics"]!["IMPRESSION"]!));
        Assert.Equal(["READY", "READY", "PROCESSING"], days[8..].Select(day => (string?)day["data_status"]));
        Assert.Equal((double)all["summary_metrics"]!["IMPRESSION"]!, days.Sum(day => (double)day["metrics"]!["IMPRESSION"]!));
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
        var split = (await _calls.GetAsync($"/pins/{pin}/analytics?start_date=2026-03-01&end_date=2026-03-01&{Metrics}&split_field=APP_TYPE")).Json;
        Assert.Equal(["MOBILE", "TABLET", "WEB"], split.Properties().Select(app => app.Name));
        Assert.True((double)split["MOBILE"]!["summary_metrics"]!["IMPRESSION"]! > (double)split["TABLET"]!["summary_metrics"]!["IMPRESSION"]!);
    }

    private async Task<double> SavesAsync(string pin)
    {
        var day = _clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (double)(await _calls.GetAsync($"/pins/{pin}/analytics?start_date={day}&end_date={day}&{Metrics}")).Json["all"]!["summary_metrics"]!["SAVE"]!;
    }
}
