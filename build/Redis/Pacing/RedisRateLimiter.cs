using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>
/// Counts the calls of all workers together, on the clock of the server. A worker takes calls in blocks of what it makes
/// in a tenth of a second, so that most calls need no round trip; what it did not use it gives back with the next request.
/// </summary>
internal sealed class RedisRateLimiter : IRateLimiter
{
    private const string Kind = "limit";
    private const string AllCategories = "all";
    private const int LargestQuota = 100_000;
    private const int IdBytes = 9;
    private const double SpanMilliseconds = 100;

    // A script that answers later than this is no use: its block has ended.
    private static readonly TimeSpan SlowestAnswer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SweepPause = TimeSpan.FromMinutes(10);

    private readonly RedisConnection _connection;
    private readonly PinterestRedisOptions _options;
    private readonly TimeProvider _time;
    private readonly LocalRateLimiter _alone;
    private readonly LocalRateLimiter _notShared;
    private readonly AwayState _away;
    private readonly string _worker = Convert.ToHexString(RandomNumberGenerator.GetBytes(IdBytes));
    private readonly ConcurrentDictionary<(string User, AccessTier Tier, string Category), SharedPacer> _pacers = new();
    private readonly ConcurrentDictionary<(object Owner, string Category), RateLimitState> _said = new();
    private long _blocks;
    private long _nextSweep;

    /// <summary>Makes a limiter.</summary>
    public RedisRateLimiter(RedisConnection connection, PinterestRedisOptions options)
    {
        _connection = connection;
        _options = options;
        _time = options.TimeProvider;
        _alone = new LocalRateLimiter(_time, options.ShareWhenAway);
        _notShared = new LocalRateLimiter(_time);
        _away = new AwayState(options);
        _nextSweep = _time.GetTimestamp() + Ticks(SweepPause);
    }

    /// <summary>Gets how often the server was asked.</summary>
    internal long RoundTrips { get; private set; }

    /// <inheritdoc/>
    public ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (call.User.SharedKey is not { } user)
        {
            // Nobody else can know this user.
            return _notShared.ReserveAsync(call, cancellationToken);
        }

        var now = _time.GetTimestamp();
        LetGoOfIdleUsers(now);
        var pacer = PacerOf(user, call);
        pacer.Arrive(now);
        return pacer.TryTake(now, Ticks(call.MaxWait), out var leaves, out var isOfAll)
            ? ValueTask.FromResult(Turn(leaves - now, isOfAll))
            : AskAsync(pacer, user, call, cancellationToken);
    }

    /// <inheritdoc/>
    public void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused)
    {
        ArgumentNullException.ThrowIfNull(state);
        _said[(call.User.Owner, call.Category)] = state;
        if (call.User.SharedKey is not { } user)
        {
            _notShared.Learn(call, state, wasRefused);
            return;
        }

        _alone.Learn(call, state, wasRefused);
        if (call.User.Tier is AccessTier.Unlimited)
        {
            return;
        }

        var pacer = PacerOf(user, call);
        var windows = state.Windows.ToLookup(window => window.IsOfAllCategories);
        var spent = state.SpentFor(call.MaxWait, wasRefused) ?? TimeSpan.Zero;
        var said = new SaidLimits(Text(windows[false]), Text(windows[true]), (long)spent.TotalMilliseconds);
        if (said.SpentMilliseconds > 0)
        {
            pacer.Drop();
        }
        else if (said == pacer.Told)
        {
            return;
        }

        pacer.Told = said with { SpentMilliseconds = 0 };
        _ = TellAsync(user, call.Category, said);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _said
            .Where(entry => entry.Key.Owner.Equals(user.Owner))
            .ToDictionary(entry => entry.Key.Category, entry => entry.Value, StringComparer.Ordinal);
    }

    private async ValueTask<RateLimitTurn> AskAsync(
        SharedPacer pacer,
        string user,
        RateLimitedCall call,
        CancellationToken cancellationToken
    )
    {
        pacer.BeginWait();
        var isOver = false;
        try
        {
            await pacer.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                pacer.EndWait();
                isOver = true;
                var now = _time.GetTimestamp();
                return pacer.TryTake(now, Ticks(call.MaxWait), out var leaves, out var isOfAll)
                    ? Turn(leaves - now, isOfAll)
                    : await AskServerAsync(pacer, user, call, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                pacer.Turn.Release();
            }
        }
        finally
        {
            if (!isOver)
            {
                pacer.EndWait();
            }
        }
    }

    private async ValueTask<RateLimitTurn> AskServerAsync(
        SharedPacer pacer,
        string user,
        RateLimitedCall call,
        CancellationToken cancellationToken
    )
    {
        pacer.Drop();
        if (_away.MayAsk())
        {
            try
            {
                var turn = await TakeBlockAsync(pacer, user, call, cancellationToken).ConfigureAwait(false);
                _away.Succeed();
                return turn;
            }
            catch (Exception error) when (RedisProblem.IsOf(error))
            {
                _away.Fail(error);
            }
        }

        var alone = await _alone.ReserveAsync(call, cancellationToken).ConfigureAwait(false);
        if (alone.Wait <= call.MaxWait)
        {
            pacer.Add(CallAlone(alone.Wait));
        }

        return alone;
    }

    private async ValueTask<RateLimitTurn> TakeBlockAsync(
        SharedPacer pacer,
        string user,
        RateLimitedCall call,
        CancellationToken cancellationToken
    )
    {
        var id = NextId();
        var span = SpanMilliseconds;
        while (true)
        {
            var back = pacer.NextGivenBack();
            var sent = _time.GetTimestamp();
            RoundTrips++;
            var reply = (RedisResult[])
                (
                    await _connection
                        .EvaluateOnceAsync(
                            PacingScripts.Give,
                            Keys(user, call.Category),
                            Values(id, span, pacer, call, back)
                        )
                        .WaitAsync(SlowestAnswer, _time, cancellationToken)
                        .ConfigureAwait(false)
                )!;
            var received = _time.GetTimestamp();
            pacer.Forget(back);
            var wait = TimeSpan.FromMilliseconds((long)reply[1]);
            var isOfAll = (int)reply[2] == 1;
            if ((int)reply[0] is 0)
            {
                return new RateLimitTurn(wait, isOfAll);
            }

            // The server gave the block between the request and the reply; each side is taken where it is safe.
            var begin = received + Ticks(wait);
            var end = sent + Ticks(wait) + Ticks(TimeSpan.FromMilliseconds(span));
            var block = new CallBlock(id, (long)reply[3], (int)reply[0], begin, end, isOfAll);
            pacer.Put(block);
            if (pacer.TryTake(received, Ticks(call.MaxWait), out var leaves, out _) && leaves <= end)
            {
                return Turn(leaves - received, isOfAll);
            }

            // The answer took longer than the block lasts. The next block is long enough for such a server.
            pacer.Drop();
            id = NextId();
            span += 2 * _time.GetElapsedTime(sent, received).TotalMilliseconds;
        }
    }

    private RedisValue[] Values(string id, double span, SharedPacer pacer, RateLimitedCall call, CallBlock? back)
    {
        var age = back is null ? 0 : _time.GetElapsedTime(back.Last).TotalMilliseconds;
        return
        [
            pacer.Wanted(_options.LargestBlock),
            (long)call.MaxWait.TotalMilliseconds,
            (long)Math.Ceiling(span),
            id,
            call.Category,
            Text(KnownLimits.OfCategory(call.User.Tier, call.Category)),
            Text(KnownLimits.OfUser(call.User.Tier)),
            back?.Name ?? "",
            back?.NameOfUsed ?? "",
            (long)Math.Floor(age) - 1,
        ];
    }

    // A call that left while the server was away is a block of one call, which the server learns of when it is back.
    private CallBlock CallAlone(TimeSpan wait)
    {
        var now = _time.GetTimestamp();
        var leaves = now + Math.Max(0, Ticks(wait));
        var block = new CallBlock(NextId(), 0, 1, leaves, leaves, isOfAllCategories: false);
        block.TryTake(now, long.MaxValue, out _);
        return block;
    }

    private async Task TellAsync(string user, string category, SaidLimits said)
    {
        try
        {
            RedisValue[] values = [category, said.OfCategory, said.OfAllCategories, said.SpentMilliseconds];
            await _connection
                .EvaluateOnceAsync(PacingScripts.Learn, [Keys(user, category)[0]], values)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            _away.Fail(error);
        }
    }

    // Lets go of users who have not called for a while. An app of many users would otherwise keep all it has ever seen.
    private void LetGoOfIdleUsers(long now)
    {
        var next = Volatile.Read(ref _nextSweep);
        if (now < next || Interlocked.CompareExchange(ref _nextSweep, now + Ticks(SweepPause), next) != next)
        {
            return;
        }

        foreach (var (key, pacer) in _pacers)
        {
            if (now - pacer.LastCall > Ticks(SweepPause))
            {
                _pacers.TryRemove(key, out _);
            }
        }
    }

    private RedisKey[] Keys(string user, string category) =>
        [
            _connection.Keys.Of(Kind, user),
            _connection.Keys.Of(Kind, user, "category:" + category),
            _connection.Keys.Of(Kind, user, AllCategories),
        ];

    private SharedPacer PacerOf(string user, RateLimitedCall call) =>
        _pacers.GetOrAdd(
            (user, call.User.Tier, call.Category),
            static (_, length) => new SharedPacer(length),
            Ticks(TimeSpan.FromMilliseconds(SpanMilliseconds))
        );

    private RateLimitTurn Turn(long ticks, bool isOfAll) => new(_time.GetElapsedTime(0, ticks), isOfAll);

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * _time.TimestampFrequency);

    private string NextId() =>
        string.Create(CultureInfo.InvariantCulture, $"{_worker}-{Interlocked.Increment(ref _blocks)}");

    // Example: 1000/60000,100/1000. A window that cannot be true is left out.
    private static string Text(IEnumerable<RateLimitWindow> windows) =>
        string.Join(
            ',',
            windows
                .Where(window =>
                    window.Quota is > 0 and <= LargestQuota && window.Length >= TimeSpan.FromMilliseconds(1)
                )
                .Select(window =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{window.Quota}/{(long)window.Length.TotalMilliseconds}"
                    )
                )
        );
}
