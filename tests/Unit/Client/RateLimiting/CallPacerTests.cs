namespace Pinterest.OpenApi.Unit.Client.RateLimiting;

/// <summary>
/// Against servers that enforce 100 a second and 1,000 a minute, with windows whose origin the client does not
/// know.
/// </summary>
public sealed class CallPacerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RateLimitWindow[] Windows =
    [
        new(100, TimeSpan.FromSeconds(1), null),
        new(1000, TimeSpan.FromMinutes(1), null),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(0.37)]
    [InlineData(29.9)]
    public void Fixed_windows_are_never_overrun_and_nearly_all_of_the_allowance_is_used(double origin)
    {
        var calls = CallsWithin(TimeSpan.FromMinutes(10));

        foreach (var window in Windows)
        {
            var counts = calls
                .GroupBy(call => Math.Floor((call - Start - TimeSpan.FromSeconds(origin)) / window.Length))
                .Select(group => group.Count());
            Assert.All(counts, count => Assert.InRange(count, 1, window.Quota));
        }

        Assert.InRange(calls.Count, 0.95 * 10_000, 11_000);
    }

    [Fact]
    public void Sliding_windows_are_never_overrun()
    {
        var calls = CallsWithin(TimeSpan.FromMinutes(5));

        foreach (var window in Windows)
        {
            Assert.All(
                calls.Skip(window.Quota).Zip(calls),
                pair => Assert.True(pair.First - pair.Second >= window.Length)
            );
        }
    }

    [Fact]
    public void Windows_that_a_reply_tells_keep_count_of_the_calls_before()
    {
        var pacer = new CallPacer([
            new RateLimitWindow(10, TimeSpan.FromMinutes(1), null),
            new RateLimitWindow(1, TimeSpan.FromSeconds(1), null),
        ]);
        for (var i = 0; i < 4; i++)
        {
            pacer.Reserve(Start + TimeSpan.FromSeconds(2 * i), DateTimeOffset.MaxValue);
        }

        // The same windows again change nothing; 4 of 5 a minute are used up by the calls that were made.
        pacer.Adopt([
            new RateLimitWindow(10, TimeSpan.FromMinutes(1), "a"),
            new RateLimitWindow(1, TimeSpan.FromSeconds(1), "b"),
        ]);
        pacer.Adopt([new RateLimitWindow(5, TimeSpan.FromMinutes(1), null)]);

        var later = Start + TimeSpan.FromSeconds(10);
        Assert.Equal(later, pacer.Reserve(later, later));
        Assert.Equal(Start + TimeSpan.FromSeconds(60.05), pacer.Reserve(later, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void What_closes_for_longer_goes_before_what_closes_for_less()
    {
        var pacer = new CallPacer([]);
        pacer.Close(Start + TimeSpan.FromSeconds(30));
        pacer.Close(Start + TimeSpan.FromSeconds(10));
        Assert.Equal(Start + TimeSpan.FromSeconds(30), pacer.Reserve(Start, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_reservation_that_is_too_late_takes_no_place()
    {
        var pacer = new CallPacer([new RateLimitWindow(1, TimeSpan.FromMinutes(1), null)]);
        Assert.Equal(Start, pacer.Reserve(Start, Start));
        Assert.True(pacer.Reserve(Start, Start) > Start);

        Assert.InRange(
            pacer.Reserve(Start, DateTimeOffset.MaxValue),
            Start.AddMinutes(1),
            Start.AddMinutes(1).AddSeconds(1)
        );
    }

    [Fact]
    public void What_a_reply_says_replaces_the_windows_and_what_was_sent_still_counts()
    {
        var pacer = new CallPacer(Windows);
        for (var i = 0; i < 50; i++)
        {
            pacer.Reserve(Start, DateTimeOffset.MaxValue);
        }

        pacer.Adopt([
            new RateLimitWindow(-5, TimeSpan.FromSeconds(1), null),
            new RateLimitWindow(int.MaxValue, TimeSpan.FromSeconds(1), null),
        ]);
        Assert.Equal(Start, pacer.Reserve(Start, DateTimeOffset.MaxValue));

        pacer.Adopt([new RateLimitWindow(51, TimeSpan.FromSeconds(10), null)]);
        Assert.InRange(pacer.Reserve(Start, DateTimeOffset.MaxValue), Start.AddSeconds(10), Start.AddSeconds(11));
    }

    [Theory]
    [InlineData(0.1, 0.105)]
    [InlineData(0.999, 1.04895)]
    [InlineData(1, 1.05)]
    [InlineData(60, 60.05)]
    public void A_window_lasts_a_twentieth_longer_than_is_said_but_no_more_than_50_ms(double said, double seconds)
    {
        var pacer = new CallPacer([new RateLimitWindow(1, TimeSpan.FromSeconds(said), null)]);
        pacer.Reserve(Start, DateTimeOffset.MaxValue);
        Assert.Equal(Start + TimeSpan.FromSeconds(seconds), pacer.Reserve(Start, DateTimeOffset.MaxValue));
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public void A_quota_that_cannot_be_true_is_passed_over(int quota, bool isAdopted)
    {
        var pacer = new CallPacer([new RateLimitWindow(1, TimeSpan.FromMinutes(1), null)]);
        pacer.Reserve(Start, DateTimeOffset.MaxValue);

        pacer.Adopt([new RateLimitWindow(quota, TimeSpan.FromMinutes(1), null)]);

        Assert.Equal(isAdopted, pacer.Reserve(Start, Start) == Start);
    }

    [Theory]
    [InlineData(5, 60, 65.05)]
    [InlineData(10, 1, 1.05)]
    [InlineData(5, 1, 6.05)]
    public void Other_windows_take_over_the_latest_calls(int quota, int seconds, double free)
    {
        var pacer = new CallPacer([new RateLimitWindow(10, TimeSpan.FromMinutes(1), null)]);
        for (var i = 0; i < 10; i++)
        {
            pacer.Reserve(Start + TimeSpan.FromSeconds(i), DateTimeOffset.MaxValue);
        }

        pacer.Adopt([new RateLimitWindow(quota, TimeSpan.FromSeconds(seconds), null)]);

        Assert.Equal(Start + TimeSpan.FromSeconds(free), pacer.Reserve(Start, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void One_window_of_several_that_differs_replaces_them()
    {
        var pacer = new CallPacer([
            new RateLimitWindow(1, TimeSpan.FromSeconds(1), null),
            new RateLimitWindow(2, TimeSpan.FromMinutes(1), null),
        ]);
        pacer.Adopt([
            new RateLimitWindow(1, TimeSpan.FromSeconds(1), null),
            new RateLimitWindow(3, TimeSpan.FromMinutes(1), null),
        ]);
        for (var i = 0; i < 3; i++)
        {
            pacer.Reserve(Start + TimeSpan.FromSeconds(2 * i), DateTimeOffset.MaxValue);
        }

        Assert.Equal(
            Start + TimeSpan.FromSeconds(60.05),
            pacer.Reserve(Start + TimeSpan.FromSeconds(8), DateTimeOffset.MaxValue)
        );
    }

    [Fact]
    public void One_window_of_several_that_stays_alone_replaces_them()
    {
        var pacer = new CallPacer([
            new RateLimitWindow(1, TimeSpan.FromMinutes(1), null),
            new RateLimitWindow(2, TimeSpan.FromSeconds(1), null),
        ]);
        pacer.Reserve(Start, DateTimeOffset.MaxValue);

        pacer.Adopt([new RateLimitWindow(2, TimeSpan.FromSeconds(1), null)]);

        Assert.Equal(Start, pacer.Reserve(Start, Start));
    }

    private static List<DateTimeOffset> CallsWithin(TimeSpan length)
    {
        var pacer = new CallPacer(Windows);
        var calls = new List<DateTimeOffset>();
        for (var now = Start; now < Start + length; )
        {
            calls.Add(now = pacer.Reserve(now, DateTimeOffset.MaxValue));
        }

        return [.. calls.Where(call => call < Start + length)];
    }
}
