namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>The calls of this worker for one user and category.</summary>
/// <param name="blockLength">The time of one block, in ticks of the clock.</param>
internal sealed class SharedPacer(long blockLength)
{
    private const int MostGivenBack = 1_000;

    private readonly Lock _gate = new();
    private readonly Demand _demand = new(blockLength);
    private readonly Queue<CallBlock> _givenBack = new();
    private CallBlock? _block;
    private CallBlock? _alone;
    private int _waiting;

    /// <summary>Gets who asks the server: one at a time, in the order of arrival.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Gets or sets what was last told to the server.</summary>
    public SaidLimits Told { get; set; } = SaidLimits.Nothing;

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
            return _block is not null && _block.TryTake(now, longest, out leaves);
        }
    }

    /// <summary>Begins to wait for the turn to ask the server.</summary>
    public void BeginWait() => Interlocked.Increment(ref _waiting);

    /// <summary>Ends the wait for the turn.</summary>
    public void EndWait() => Interlocked.Decrement(ref _waiting);

    /// <summary>Tells how many calls to ask for.</summary>
    public int Wanted(int most)
    {
        lock (_gate)
        {
            return Math.Clamp(Math.Max(_demand.Expected, Volatile.Read(ref _waiting)), 1, most);
        }
    }

    /// <summary>Lets go of the block at hand: no more of its calls may leave.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            if (_block is not null)
            {
                _givenBack.Enqueue(_block);
            }

            _block = null;
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

    /// <summary>Gives the next block that the server does not know to be done with; null when there is none.</summary>
    public CallBlock? NextGivenBack()
    {
        lock (_gate)
        {
            if (!_givenBack.TryPeek(out var block))
            {
                return null;
            }

            // What is sent to the server takes no more calls.
            _alone = block == _alone ? null : _alone;
            return block;
        }
    }

    /// <summary>Forgets a block that the server has taken back.</summary>
    public void Forget(CallBlock? block)
    {
        lock (_gate)
        {
            if (block is not null && _givenBack.TryPeek(out var first) && first == block)
            {
                _givenBack.Dequeue();
                PinterestRedisTelemetry.BlocksGivenBack.Add(1);
            }
        }
    }

    /// <summary>Takes a block over.</summary>
    public void Put(CallBlock block)
    {
        lock (_gate)
        {
            _block = block;
        }

        PinterestRedisTelemetry.BlocksTaken.Add(1);
    }
}
