namespace Pinterest.OpenApi;

/// <summary>
/// Gives a cancellation the caller's own token. Inside, tokens are linked with limits of time; a caller who compares
/// the token of the exception with its own must not see those.
/// </summary>
internal static class CallerCancellation
{
    /// <summary>Decides whether the caller cancelled, and the exception does not say so.</summary>
    public static bool IsHidden(OperationCanceledException error, CancellationToken caller) =>
        caller.IsCancellationRequested && error.CancellationToken != caller;

    /// <summary>Makes the exception that says so.</summary>
    public static OperationCanceledException Show(OperationCanceledException error, CancellationToken caller) =>
        new TaskCanceledException(error.Message, error, caller);
}
