using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>
/// Whether the server is away. While it is, the limiter asks it again after a second, one call at a time, so that calls
/// do not each wait for an answer that does not come. Repeated failures are logged once a minute.
/// </summary>
/// <param name="options">The clock and the log.</param>
internal sealed class AwayState(PinterestRedisOptions options) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // As long as a caller waits for an answer, and a little longer.
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly ILogger _logger = RedisLog.LoggerOf(options);
    private readonly TimeProvider _time = options.TimeProvider;

    private volatile Absence? _absence;
    private long _begin;
    private long _askAgain;
    private long _alone;
    private bool _isLogged;
    private long? _lastLog;
    private long? _lastKeyLog;

    /// <summary>Gets since when the server is away, and why; null when it answers.</summary>
    public Absence? Absence => _absence;

    /// <summary>Tells whether the server answers, or is to be tried again.</summary>
    public bool IsDue()
    {
        if (_absence is null)
        {
            return true;
        }

        lock (_gate)
        {
            return _absence is null || _time.GetTimestamp() >= _askAgain;
        }
    }

    /// <summary>Tells whether the server is to be asked; while it is away one caller at a time is told so.</summary>
    public bool MayAsk()
    {
        if (_absence is null)
        {
            return true;
        }

        lock (_gate)
        {
            var now = _time.GetTimestamp();
            if (_absence is not null && now < _askAgain)
            {
                return false;
            }

            _askAgain = now + _time.Ticks(LongestTry);
            return true;
        }
    }

    /// <summary>Notes a failure.</summary>
    public void Fail(RedisProblem problem)
    {
        if (problem.Reach is ProblemReach.Key)
        {
            return;
        }

        lock (_gate)
        {
            var now = _time.GetTimestamp();
            _askAgain = now + _time.Ticks(Pause);
            if (_absence is null)
            {
                _begin = now;
                _absence = new Absence(_time.GetUtcNow(), problem);
                PinterestRedisTelemetry.Away.Add(1);
            }
            else if (_absence.Problem != problem)
            {
                _absence = _absence with { Problem = problem };
            }

            if (!_isLogged && IsQuietOver(_lastLog, now))
            {
                _isLogged = true;
                _lastLog = now;
                RedisLog.Away(_logger, problem.Text, options.ShareWhenAway);
            }
        }
    }

    /// <summary>Notes that the server did its work.</summary>
    /// <param name="isRead">Whether it was a read, which a server does that takes no writes.</param>
    public void Succeed(bool isRead)
    {
        if (_absence is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_absence is null || (isRead && _absence.Problem.Reach is ProblemReach.Writes))
            {
                return;
            }

            _absence = null;
            PinterestRedisTelemetry.Away.Add(-1);
            if (_isLogged)
            {
                _isLogged = false;
                RedisLog.Back(_logger, _time.GetElapsedTime(_begin), _alone);
                _alone = 0;
            }
        }
    }

    /// <summary>Counts a call that leaves without the server.</summary>
    public void CountAlone()
    {
        PinterestRedisTelemetry.CallsAlone.Add(1);
        lock (_gate)
        {
            _alone++;
        }
    }

    /// <summary>Notes a key that does not work, so that the calls of its user are counted by this worker.</summary>
    public void FailKey(RedisProblem problem)
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            if (IsQuietOver(_lastKeyLog, now))
            {
                _lastKeyLog = now;
                RedisLog.KeyFailed(_logger, problem.Text);
            }
        }
    }

    /// <summary>Ends the state, so that a connection that was closed is not measured as away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_absence is not null)
            {
                _absence = null;
                PinterestRedisTelemetry.Away.Add(-1);
            }
        }
    }

    private bool IsQuietOver(long? last, long now) => last is null || now - last >= _time.Ticks(Quiet);
}
