using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>What the workers of a run say.</summary>
/// <param name="processes">How many there are.</param>
internal sealed class PacingSaid(int processes)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _allReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ready;

    /// <summary>Gets what ends when all workers wait to begin.</summary>
    public Task AllReady => _allReady.Task;

    /// <summary>Gets the sum of what they did.</summary>
    public PacingRun Run { get; private set; } = new(0, 0, 0);

    /// <summary>Is told a line of a worker.</summary>
    public void OnLine(string line)
    {
        lock (_gate)
        {
            switch (line.Split(' '))
            {
                case ["ready"]:
                    _ready++;
                    break;
                case ["done", var answered, var refused]:
                    Run = Run with
                    {
                        Answered = Run.Answered + Number(answered),
                        Refused = Run.Refused + Number(refused),
                    };
                    break;
                default:
                    throw new InvalidOperationException($"A worker said: {line}");
            }
        }

        if (_ready == processes)
        {
            _allReady.TrySetResult();
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
