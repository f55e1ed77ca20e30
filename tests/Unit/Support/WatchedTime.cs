using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A clock that the test moves, and that tells when somebody waits for it.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    // A test that is wrong ends after this time, and does not hang. No other test waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The longest time that counts as a wait, 20 seconds unless it is set.</summary>
    /// <remarks>Longer ones are time limits, such as that of a request: a test does not want to reach them by chance.</remarks>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestWait)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Waits until somebody waits, and gives how long.</summary>
    public Task<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Lets the time of each wait pass, until the work is done.</summary>
    public async Task PassAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, _waits.Reader.WaitToReadAsync().AsTask()).WaitAsync(Patience);
            while (_waits.Reader.TryRead(out var wait))
            {
                Advance(wait);
            }
        }

        await work;
    }

    /// <inheritdoc cref="PassAsync(Task)"/>
    public async Task<T> PassAsync<T>(Task<T> work)
    {
        await PassAsync((Task)work);
        return await work;
    }
}
