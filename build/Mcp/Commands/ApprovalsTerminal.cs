namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Where a person types an answer.</summary>
internal sealed class ApprovalsTerminal
{
    private readonly TextReader? _answers;

    /// <summary>Takes the terminal of the process.</summary>
    public ApprovalsTerminal() { }

    /// <summary>Takes answers from elsewhere.</summary>
    public ApprovalsTerminal(TextReader? answers, TimeProvider time)
    {
        _answers = answers;
        IsInteractive = answers is not null;
        Time = time;
    }

    /// <summary>Gets whether a person can answer.</summary>
    public bool IsInteractive { get; } = !Console.IsInputRedirected;

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>Waits for an answer.</summary>
    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        // On another thread, because a terminal blocks the one that reads it.
        Task.Run((_answers ?? Console.In).ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
}
