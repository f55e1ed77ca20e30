using System.Runtime.CompilerServices;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>The clock of the machine, which keeps for each call when it was last asked.</summary>
public sealed class LastAskedClock : TimeProvider
{
    private readonly AsyncLocal<StrongBox<long>?> _lastAsked = new();

    /// <summary>Begins a call, and gives what will hold the timestamp.</summary>
    public StrongBox<long> Begin() => _lastAsked.Value = new StrongBox<long>();

    public override long GetTimestamp()
    {
        var now = base.GetTimestamp();
        if (_lastAsked.Value is { } last)
        {
            last.Value = now;
        }

        return now;
    }
}
