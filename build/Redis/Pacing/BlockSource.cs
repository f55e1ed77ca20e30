using System.Globalization;
using System.Security.Cryptography;
using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>Takes blocks of calls from the server, gives back what was not used, and tells it what responses said.</summary>
/// <param name="connection">The server.</param>
/// <param name="options">How workers share.</param>
internal sealed class BlockSource(RedisConnection connection, PinterestRedisOptions options)
{
    /// <summary>How long a block lasts, but for a slow server, in milliseconds.</summary>
    public const double SpanMilliseconds = 100;

    private const string Kind = "limit";
    private const string AllCategories = "all";
    private const int LargestQuota = 100_000;
    private const int IdBytes = 9;

    // A script that answers later than this is no use: its block has ended.
    private static readonly TimeSpan SlowestAnswer = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time = options.TimeProvider;
    private readonly string _worker = Convert.ToHexString(RandomNumberGenerator.GetBytes(IdBytes));
    private long _blocks;
    private long _roundTrips;

    /// <summary>Gets how often the server was asked for a block.</summary>
    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    /// <summary>Takes a block, and its first call.</summary>
    /// <exception cref="Exception">One that <see cref="RedisProblem"/> describes.</exception>
    public async ValueTask<RateLimitTurn> TakeAsync(
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
            Interlocked.Increment(ref _roundTrips);
            var reply = (RedisResult[])
                (
                    await connection
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
            var block = new CallBlock
            {
                Id = id,
                Start = (long)reply[3],
                Calls = (int)reply[0],
                Begin = begin,
                End = end,
                IsOfAllCategories = isOfAll,
            };
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

    /// <summary>Makes the block of a call that left while the server was away, which learns of it when it is back.</summary>
    public CallBlock Alone(TimeSpan wait)
    {
        var now = _time.GetTimestamp();
        var leaves = now + Math.Max(0, Ticks(wait));
        var block = new CallBlock
        {
            Id = NextId(),
            Start = 0,
            Calls = 1,
            Begin = leaves,
            End = leaves,
        };
        block.TryTake(now, long.MaxValue, out _);
        return block;
    }

    /// <summary>Tells the server what a response said.</summary>
    /// <exception cref="Exception">One that <see cref="RedisProblem"/> describes.</exception>
    public Task TellAsync(string user, string category, SaidLimits said) =>
        connection.EvaluateOnceAsync(
            PacingScripts.Learn,
            [Keys(user, category)[0]],
            [category, said.OfCategory, said.OfAllCategories, said.SpentMilliseconds]
        );

    /// <summary>Writes windows as the server keeps them.</summary>
    // Example: 1000/60000,100/1000. A window that cannot be true is left out.
    public static string Text(IEnumerable<RateLimitWindow> windows) =>
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

    private RedisValue[] Values(string id, double span, SharedPacer pacer, RateLimitedCall call, CallBlock? back)
    {
        var age = back is null ? 0 : _time.GetElapsedTime(back.Last).TotalMilliseconds;
        return
        [
            pacer.Wanted(options.LargestBlock),
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

    private RedisKey[] Keys(string user, string category) =>
        [
            connection.Keys.Of(Kind, user),
            connection.Keys.Of(Kind, user, "category:" + category),
            connection.Keys.Of(Kind, user, AllCategories),
        ];

    private RateLimitTurn Turn(long ticks, bool isOfAll) => new(_time.GetElapsedTime(0, ticks), isOfAll);

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * _time.TimestampFrequency);

    private string NextId() =>
        string.Create(CultureInfo.InvariantCulture, $"{_worker}-{Interlocked.Increment(ref _blocks)}");
}
