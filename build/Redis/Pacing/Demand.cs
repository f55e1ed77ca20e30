namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>How many calls a worker makes in the time of one block, so that it takes no more of the quota.</summary>
/// <param name="length">The time of one block, in ticks of the clock.</param>
internal sealed class Demand(long length)
{
    private long _begin;
    private int _before;
    private int _now;

    /// <summary>Gets how many calls are to be expected in the time of one block: at least 1.</summary>
    public int Expected => Math.Max(1, Math.Max(_before, _now));

    /// <summary>Counts a call.</summary>
    public void Add(long now)
    {
        var age = now - _begin;
        if (age >= 2 * length)
        {
            _before = 0;
            _now = 0;
            _begin = now;
        }
        else if (age >= length)
        {
            _before = _now;
            _now = 0;
            _begin += length;
        }

        _now++;
    }
}
