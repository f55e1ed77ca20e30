using System.Diagnostics;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// Lets calls pass as a server does that counts them in fixed windows, which began before the client did, or in
/// sliding ones.
/// </summary>
internal sealed class Allowance(bool isSliding, params (int Quota, TimeSpan Length)[] windows)
{
    private readonly Lock _gate = new();
    private readonly Queue<TimeSpan>[] _calls = [.. windows.Select(_ => new Queue<TimeSpan>())];

    // No round number, so that no window begins with the client.
    private readonly long _start = Stopwatch.GetTimestamp() - (Stopwatch.Frequency * 37 / 100);

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    public bool TryTake()
    {
        lock (_gate)
        {
            var now = Stopwatch.GetElapsedTime(_start);
            for (var i = 0; i < windows.Length; i++)
            {
                var (calls, length) = (_calls[i], windows[i].Length);
                while (
                    calls.TryPeek(out var first)
                    && (isSliding ? now - first >= length : Math.Floor(first / length) < Math.Floor(now / length))
                )
                {
                    calls.Dequeue();
                }
            }

            if (Enumerable.Range(0, windows.Length).Any(i => _calls[i].Count >= windows[i].Quota))
            {
                Refused++;
                return false;
            }

            foreach (var calls in _calls)
            {
                calls.Enqueue(now);
            }

            Taken++;
            return true;
        }
    }
}
