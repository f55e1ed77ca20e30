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
            var begin = received + _time.Ticks(wait);
            var end = sent + _time.Ticks(wait) + _time.Ticks(TimeSpan.FromMilliseconds(span));
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
            if (pacer.TryTake(received, _time.Ticks(call.MaxWait), out var leaves, out _) && leaves <= end)
            {
                return _time.Turn(leaves - received, isOfAll);
            }

            // The answer took longer than the block lasts. The next block is long enough for such a server.
            pacer.Drop();
            id = NextId();
            span += 2 * _time.GetElapsedTime(sent, received).TotalMilliseconds;
        }
    }

    /// <summary>
    /// Makes a block for calls that leave while the server is away, which learns of them when it is back. It has as many as
    /// leave within the time of a block.
    /// </summary>
    /// <param name="leaves">When the first leaves.</param>
    public CallBlock Alone(long leaves) =>
        new()
        {
            Id = NextId(),
            Start = 0,
            Calls = int.MaxValue,
            Begin = leaves,
            End = leaves + _time.Ticks(TimeSpan.FromMilliseconds(SpanMilliseconds)),
        };

    /// <summary>Tells the server what a response said.</summary>
    /// <exception cref="Exception">One that <see cref="RedisProblem"/> describes.</exception>
    public Task TellAsync(string user, string category, SaidLimits said) =>
        connection.EvaluateOnceAsync(
            PacingScripts.Learn,
            [Keys(user, category)[0]],
            [category, said.OfCategory, said.OfAllCategories, said.SpentMilliseconds]
        );

    /// <summary>
    /// Writes windows as the server keeps them. Example: 1000/60000,100/1000. A window that cannot be true is left out.
    /// </summary>
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

    private string NextId() =>
        string.Create(CultureInfo.InvariantCulture, $"{_worker}-{Interlocked.Increment(ref _blocks)}");
}
