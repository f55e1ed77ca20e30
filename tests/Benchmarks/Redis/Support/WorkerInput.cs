namespace Pinterest.OpenApi.Benchmarks.Redis.Support;

/// <summary>The input of a worker, whose end ends the worker: that of a parent that was killed ends, too.</summary>
internal static class WorkerInput
{
    /// <summary>Gives what is cancelled when the input ends.</summary>
    public static CancellationTokenSource WhenItEnds()
    {
        var end = new CancellationTokenSource();

        // Not an asynchronous read, since that of the console is none.
        var reader = new Thread(() =>
        {
            Console.In.ReadToEnd();
            end.Cancel();
        })
        {
            IsBackground = true,
        };
        reader.Start();
        return end;
    }
}
