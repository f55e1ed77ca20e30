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

    // What is given back with one request. After an absence there may be many.
    private const int MostGivenBack = 50;

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
    public async ValueTask<RateLimitTurn> TakeAsync(SharedPacer pacer, string user, RateLimitedCall call)
    {
        var span = SpanMilliseconds;
        while (true)
        {
            var drops = pacer.Drops;
            var reply = await AskAsync(pacer, user, call, span).ConfigureAwait(false);
            if (reply.Block is not { } block)
            {
                return new RateLimitTurn(reply.Wait, reply.IsOfAllCategories);
            }

            // After a refusal that came meanwhile, the server knows until when to wait.
            if (!pacer.TryPut(block, drops))
            {
                continue;
            }

            var received = reply.Received;
            if (pacer.TryTake(received, _time.Ticks(call.MaxWait), out var leaves, out _))
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
        var reply = await AskAsync(pacer, user, now, SpanMilliseconds).ConfigureAwait(false);
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

    private async ValueTask<BlockReply> AskAsync(SharedPacer pacer, string user, RateLimitedCall call, double span)
    {
        var id = NextId();
        var back = pacer.GivenBack(MostGivenBack);
        var sent = _time.GetTimestamp();
        Interlocked.Increment(ref _roundTrips);
        var asked = connection.EvaluateOnceAsync(
            PacingScripts.Give,
            Keys(user, call.Category),
            Values(id, span, pacer, call, back)
        );
        try
        {
            await asked.WaitAsync(SlowestAnswer, _time).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!asked.IsCompleted)
        {
            _ = GiveBackLateAsync(asked, pacer, id);
            throw;
        }

        pacer.Forget(back);
        return Read(await asked.ConfigureAwait(false), id, sent, span);
    }

    // A block that comes too late would count for a whole window, as if its calls had been made.
    private async Task GiveBackLateAsync(Task<RedisResult> asked, SharedPacer pacer, string id)
    {
        try
        {
            if (Read(await asked.ConfigureAwait(false), id, _time.GetTimestamp(), 0).Block is { } block)
            {
                pacer.GiveBackUnused(block);
            }
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            // Then no block was given, or nobody can know.
        }
    }

    private BlockReply Read(RedisResult answer, string id, long sent, double span)
    {
        var reply = (RedisResult[])answer!;
        var received = _time.GetTimestamp();
        var wait = TimeSpan.FromMilliseconds((long)reply[1]);
        var calls = (int)reply[0];
        var read = new BlockReply
        {
            Wait = wait,
            IsOfAllCategories = (int)reply[2] == 1,
            Sent = sent,
            Received = received,
        };
        if (calls == 0)
        {
            return read;
        }

        PinterestRedisTelemetry.BlocksTaken.Add(1);

        // The server gave the block between the request and the reply; each side is taken where it is safe.
        return read with
        {
            Block = new CallBlock
            {
                Id = id,
                Start = (long)reply[3],
                Calls = calls,
                Begin = received + _time.Ticks(wait),
                End = sent + _time.Ticks(wait) + _time.Ticks(TimeSpan.FromMilliseconds(span)),
                IsOfAllCategories = read.IsOfAllCategories,
            },
        };
    }

    private RedisValue[] Values(
        string id,
        double span,
        SharedPacer pacer,
        RateLimitedCall call,
        IReadOnlyList<CallBlock> back
    ) =>
        [
            pacer.Wanted(options.LargestBlock),
            (long)call.MaxWait.TotalMilliseconds,
            (long)Math.Ceiling(span),
            id,
            call.Category,
            SaidLimits.Text(KnownLimits.OfCategory(call.User.Tier, call.Category)),
            SaidLimits.Text(KnownLimits.OfUser(call.User.Tier)),
            .. back.SelectMany(block => new RedisValue[] { block.Name, block.NameOfUsed, AgeOf(block) }),
        ];

    // Since its last call, in milliseconds; on the safe side.
    private long AgeOf(CallBlock block) => (long)Math.Floor(_time.GetElapsedTime(block.Last).TotalMilliseconds) - 1;

    private RedisKey[] Keys(string user, string category) =>
        [
            connection.Keys.Of(Kind, user),
            connection.Keys.Of(Kind, user, "category:" + category),
            connection.Keys.Of(Kind, user, AllCategories),
        ];

    private string NextId() =>
        string.Create(CultureInfo.InvariantCulture, $"{_worker}-{Interlocked.Increment(ref _blocks)}");
}
