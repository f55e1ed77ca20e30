using System.Net;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Http;

public sealed class RateLimitStateTests
{
    [Theory]
    [InlineData("100", 100, "")]
    [InlineData("100, 100;w=1, 1000;w=60", 100, "100/1s, 1000/60s")]
    [InlineData(
        "100, 100;w=1;name=\"safety_net_app_id_user_id\", 1000;w=60;name=\"org_read_app_id_user_id\"",
        100,
        "100/1s safety_net_app_id_user_id, 1000/60s org_read_app_id_user_id"
    )]
    [InlineData("5, 5;w=10;name=\"a, b\"", 5, "5/10s a, b")]
    [InlineData("-5", null, "")]
    [InlineData("99999999999999999999, 1;w=-1, ;;;, 3;w=0, x;w=1", null, "")]
    [InlineData("garbage", null, "")]
    public async Task Every_form_of_the_limit_header_is_read_and_a_lie_is_no_number(
        string header,
        int? limit,
        string windows
    )
    {
        var state = (
            await Seen(("x-ratelimit-limit", header), ("x-ratelimit-remaining", "7"), ("x-ratelimit-reset", "67000"))
        )!;

        Assert.Equal((limit, 7, TimeSpan.FromSeconds(67000)), (state.Limit, state.Remaining, state.Reset));
        Assert.Equal(
            windows,
            string.Join(
                ", ",
                state.Windows.Select(window => $"{window.Quota}/{window.Length.TotalSeconds}s {window.Name}".TrimEnd())
            )
        );
    }

    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("x", "1e300")]
    [InlineData("", "NaN")]
    [InlineData("Infinity", "-Infinity")]
    [InlineData("-Infinity", "Infinity")]
    [InlineData("99999999999", "999999999")]
    public async Task Lying_counts_are_no_counts(string remaining, string reset)
    {
        var state = (
            await Seen(("x-ratelimit-limit", "1"), ("x-ratelimit-remaining", remaining), ("x-ratelimit-reset", reset))
        )!;

        Assert.Null(state.Remaining);
        Assert.Null(state.Reset);
    }

    [Fact]
    public async Task A_reply_that_says_nothing_has_no_state() => Assert.Null(await Seen());

    [Theory]
    [InlineData("x-ratelimit-limit", "5")]
    [InlineData("x-ratelimit-remaining", "5")]
    [InlineData("x-ratelimit-reset", "5")]
    public async Task One_header_alone_is_a_state(string name, string value)
    {
        var state = (await Seen((name, value)))!;
        Assert.Single(new object?[] { state.Limit, state.Remaining, state.Reset }, fact => fact is not null);
    }

    [Theory]
    [InlineData("12", null, 12)]
    [InlineData("12", "30", 12)]
    [InlineData(null, "30", 30)]
    [InlineData("Thu, 01 Jan 2026 00:02:00 GMT", "30", 120)]
    [InlineData("Wed, 31 Dec 2025 23:00:00 GMT", "30", 0)]
    [InlineData("soon", "30", 30)]
    [InlineData("-Infinity", "30", 30)]
    [InlineData("-Infinity", "-Infinity", null)]
    [InlineData("soon", null, null)]
    public async Task A_refused_call_waits_as_long_as_the_reply_says(string? after, string? reset, int? seconds)
    {
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        PinterestResponseHeaders? headers = null;
        (string, string)[] said =
        [
            .. after is null ? [] : new[] { ("Retry-After", after) },
            .. reset is null ? [] : new[] { ("x-ratelimit-reset", reset) },
        ];
        await new FakePinterest()
            .Replies("{}", headers: said)
            .Client.With(o => o with { OnResponse = r => headers = r.Headers })
            .Boards.GetAsync("7");

        Assert.Equal(
            seconds is { } wait ? TimeSpan.FromSeconds(wait) : null,
            RateLimitState.RetryAfter(headers!, now) ?? RateLimitState.ResetOf(headers!)
        );
    }

    private static async Task<RateLimitState?> Seen(params (string, string)[] headers)
    {
        RateLimitState? state = null;
        await new FakePinterest()
            .Replies("{}", headers: headers)
            .Client.With(o => o with { OnResponse = r => state = RateLimitState.Parse(r.Headers) })
            .Boards.GetAsync("7");
        return state;
    }
}
