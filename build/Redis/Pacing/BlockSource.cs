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
        var span = SpanMilliseconds;
        while (true)
        {
            var reply = await AskAsync(pacer, user, call, span, cancellationToken).ConfigureAwait(false);
            if (reply.Block is not { } block)
            {
                return new RateLimitTurn(reply.Wait, reply.IsOfAllCategories);
            }

            pacer.Put(block);
            var received = reply.Received;
            if (pacer.TryTake(received, _time.Ticks(call.MaxWait), out var leaves, out _) && leaves <= block.End)
            {
                return _time.Turn(leaves - received, reply.IsOfAllCategories);
            }

            // The answer took longer than the block lasts. The next block is long enough for such a server.
            pacer.Drop();
            span += 2 * _time.GetElapsedTime(reply.Sent, received).TotalMilliseconds;
        }
    }

    /// <summary>Takes the next block while calls of the one at hand still leave; null when it would have to wait.</summary>
    /// <exception cref="Exception">One that <see cref="RedisProblem"/> describes.</exception>
    public async ValueTask<CallBlock?> TakeAheadAsync(SharedPacer pacer, string user, RateLimitedCall call)
    {
        var now = call with { MaxWait = TimeSpan.Zero };
        var reply = await AskAsync(pacer, user, now, SpanMilliseconds, CancellationToken.None).ConfigureAwait(false);
        return reply.Block;
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

    private async ValueTask<BlockReply> AskAsync(
        SharedPacer pacer,
        string user,
        RateLimitedCall call,
        double span,
        CancellationToken cancellationToken
    )
    {
        var id = NextId();
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
        var calls = (int)reply[0];
        var answer = new BlockReply
        {
            Wait = wait,
            IsOfAllCategories = isOfAll,
            Sent = sent,
            Received = received,
        };
        if (calls == 0)
        {
            return answer;
        }

        // The server gave the block between the request and the reply; each side is taken where it is safe.
        var block = new CallBlock
        {
            Id = id,
            Start = (long)reply[3],
            Calls = calls,
            Begin = received + _time.Ticks(wait),
            End = sent + _time.Ticks(wait) + _time.Ticks(TimeSpan.FromMilliseconds(span)),
            IsOfAllCategories = isOfAll,
        };
        return answer with { Block = block };
    }

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
            SaidLimits.Text(KnownLimits.OfCategory(call.User.Tier, call.Category)),
            SaidLimits.Text(KnownLimits.OfUser(call.User.Tier)),
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
