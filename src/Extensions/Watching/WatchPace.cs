namespace Pinterest.OpenApi;

/// <summary>Keeps the calls of a watch within its share of the quota.</summary>
internal sealed class WatchPace
{
    /// <summary>The rate category of all that a watch calls, see openapi/.</summary>
    public const string Category = "org_read";

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(2);

    private readonly TimeSpan _interval;
    private readonly double _share;
    private readonly AccessTier _tier;
    private readonly TimeProvider _time;
    private readonly LocalRateLimiter _limiter;
    private readonly RateLimitedCall _call;
    private int _calls;

    /// <summary>Makes the pace of one watch.</summary>
    /// <param name="interval">The shortest time from poll to poll.</param>
    /// <param name="share">The part of the quota.</param>
    /// <param name="tier">The access of the app.</param>
    /// <param name="time">The clock.</param>
    public WatchPace(TimeSpan interval, double share, AccessTier tier, TimeProvider time)
    {
        _interval = interval;
        _share = share;
        _tier = tier;
        _time = time;
        _limiter = new LocalRateLimiter(time, share);
        _call = new RateLimitedCall(new RateLimitedUser(tier, this, null), Category, LongestWait);
    }

    /// <summary>Tells how far apart polls are, so that they stay within the share of each known window.</summary>
    public static TimeSpan IntervalOf(int calls, TimeSpan interval, double share, AccessTier tier) =>
        KnownLimits
            .OfUser(tier)
            .Concat(KnownLimits.OfCategory(tier, Category))
            .Select(window => window.Length * (calls / (window.Quota * share)))
            .Append(interval)
            .Max();

    /// <summary>Waits for the turn of a call.</summary>
    public async ValueTask TakeTurnAsync(CancellationToken cancellationToken)
    {
        _calls++;
        if (_tier is AccessTier.Unlimited)
        {
            return;
        }

        var turn = await _limiter.ReserveAsync(_call, cancellationToken).ConfigureAwait(false);
        if (turn.Wait > TimeSpan.Zero)
        {
            var wait = turn.Wait < LongestWait ? turn.Wait : LongestWait;
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the next poll may begin.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = IntervalOf(Math.Max(1, _calls), _interval, _share, _tier);
        _calls = 0;
        return Task.Delay(wait, _time, cancellationToken);
    }
}
