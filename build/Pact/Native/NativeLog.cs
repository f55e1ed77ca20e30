using Pinterest.OpenApi.PactCore;

namespace PactNet.Interop;

/// <summary>The core's log, kept in memory so that it can be shown beside a failure.</summary>
internal static class NativeLog
{
    private static int _started;

    /// <summary>Starts the log. The core takes a level once per process, so the first caller's stays.</summary>
    public static void Start(PactLogLevel level)
    {
        PactLibrary.Demand();

        // Ours count from Trace = 0 to None = 5, the core's the other way.
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            _ = PactFfi.LogToBuffer(PactLogLevel.None - level);
        }
    }
}
