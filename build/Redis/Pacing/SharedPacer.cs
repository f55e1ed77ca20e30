namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>The calls of this worker for one user and category.</summary>
/// <param name="blockLength">The time of one block, in ticks of the clock.</param>
internal sealed class SharedPacer(long blockLength)
{
    private const int MostGivenBack = 1_000;
    private const int LeastDemandAhead = 3;

    private readonly Lock _gate = new();
    private readonly Demand _demand = new(blockLength);
    private readonly Queue<CallBlock> _givenBack = new();
    private CallBlock? _block;
    private CallBlock? _next;
    private bool _isAskedAhead;
    private int _drops;
    private CallBlock? _alone;
    private int _waiting;

    /// <summary>Gets who asks the server: one at a time, in the order of arrival.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Gets or sets the windows that were last told to the server, and when; null for none.</summary>
    public (IReadOnlyList<RateLimitWindow> Windows, long At)? Told { get; set; }

    /// <summary>Gets how often the blocks at hand were let go of. A block that was asked for before counts as let go of.</summary>
    public int Drops
    {
        get
        {
            lock (_gate)
            {
                return _drops;
            }
        }
    }

    /// <summary>Gets when a call last came, as a timestamp of the clock.</summary>
    public long LastCall { get; private set; }

    /// <summary>Counts a call that wants to leave.</summary>
    public void Arrive(long now)
    {
        lock (_gate)
        {
            LastCall = now;
            _demand.Add(now);
        }
    }

    /// <summary>Takes a call of the block at hand.</summary>
    /// <param name="now">The time.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="leaves">When the call leaves.</param>
    /// <param name="isOfAllCategories">Whether all categories together hold it back.</param>
    public bool TryTake(long now, long longest, out long leaves, out bool isOfAllCategories)
    {
        lock (_gate)
        {
            leaves = now;
            isOfAllCategories = _block?.IsOfAllCategories ?? false;
            if (_block is not null && _block.TryTake(now, longest, out leaves))
            {
                return true;
            }

            if (_next is not { } next)
            {
                return false;
            }

            GiveBack(_block);
            _block = next;
            _next = null;
            isOfAllCategories = next.IsOfAllCategories;
            return next.TryTake(now, longest, out leaves);
        }
    }

    /// <summary>
    /// Tells whether the next block is to be asked for now, so that no call waits for the server. A worker that calls now and
    /// then asks for none ahead. Whoever is told so ends it by <see cref="EndAhead"/>.
    /// </summary>
    public bool BeginAhead(long now)
    {
        lock (_gate)
        {
            var isDue =
                !_isAskedAhead
                && _next is null
                && _block is not null
                && _demand.Expected >= LeastDemandAhead
                && _block.IsLow(now);
            _isAskedAhead |= isDue;
            return isDue;
        }
    }

    /// <summary>
    /// Ends what <see cref="BeginAhead"/> began. A block that was asked for before Pinterest refused a call is given back.
    /// </summary>
    /// <param name="next">The next block; null when there is none.</param>
    /// <param name="drops">What <see cref="Drops"/> was before it was asked for.</param>
    public void EndAhead(CallBlock? next, int drops)
    {
        lock (_gate)
        {
            _isAskedAhead = false;
            if (_drops == drops)
            {
                _next = next;
            }
            else
            {
                GiveBack(next);
            }
        }
    }

    /// <summary>Begins to wait for the turn to ask the server.</summary>
    public void BeginWait() => Interlocked.Increment(ref _waiting);

    /// <summary>Ends the wait for the turn.</summary>
    public void EndWait() => Interlocked.Decrement(ref _waiting);

    /// <summary>Tells how many calls to ask for, with those that are at hand no more than <paramref name="most"/>.</summary>
    public int Wanted(int most)
    {
        lock (_gate)
        {
            var free = Math.Max(1, most - (_block?.Left ?? 0));
            return Math.Clamp(Math.Max(_demand.Expected, Volatile.Read(ref _waiting)), 1, free);
        }
    }

    /// <summary>Lets go of the blocks at hand: no more of their calls may leave.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            GiveBack(_block);
            GiveBack(_next);
            _block = null;
            _next = null;
            _drops++;
        }
    }

    /// <summary>
    /// Notes a call that leaves while the server is away, to be counted when it is back. Of a long absence only the last
    /// 1,000 blocks are kept.
    /// </summary>
    /// <param name="leaves">When it leaves.</param>
    /// <param name="source">Makes blocks.</param>
    public void NoteAlone(long leaves, BlockSource source)
    {
        lock (_gate)
        {
            if (_alone is not null && _alone.TryTake(leaves, long.MaxValue, out _))
            {
                return;
            }

            _alone = source.Alone(leaves);
            _alone.TryTake(leaves, long.MaxValue, out _);
            _givenBack.Enqueue(_alone);
            if (_givenBack.Count > MostGivenBack)
            {
                _givenBack.Dequeue();
            }
        }
    }

    /// <summary>Gives blocks that the server does not know to be done with, the oldest first.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<CallBlock> GivenBack(int most)
    {
        lock (_gate)
        {
            IReadOnlyList<CallBlock> blocks = [.. _givenBack.Take(most)];

            // What is sent to the server takes no more calls.
            _alone = _alone is not null && blocks.Contains(_alone) ? null : _alone;
            return blocks;
        }
    }

    /// <summary>Forgets blocks that the server has taken back.</summary>
    public void Forget(IReadOnlyList<CallBlock> blocks)
    {
        lock (_gate)
        {
            foreach (var block in blocks)
            {
                if (_givenBack.TryPeek(out var first) && first == block)
                {
                    _givenBack.Dequeue();
                    PinterestRedisTelemetry.BlocksGivenBack.Add(1);
                }
            }
        }
    }

    /// <summary>Gives a block back that nobody took over.</summary>
    public void GiveBackUnused(CallBlock block)
    {
        lock (_gate)
        {
            GiveBack(block);
        }
    }

    /// <summary>Takes a block over, unless the blocks at hand were let go of since it was asked for.</summary>
    /// <param name="block">The block.</param>
    /// <param name="drops">What <see cref="Drops"/> was before.</param>
    public bool TryPut(CallBlock block, int drops)
    {
        lock (_gate)
        {
            if (drops != _drops)
            {
                GiveBack(block);
                return false;
            }

            _block = block;
            return true;
        }
    }

    private void GiveBack(CallBlock? block)
    {
        if (block is not null)
        {
            _givenBack.Enqueue(block);
        }
    }
}
