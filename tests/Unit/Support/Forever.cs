namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A wait that only its cancellation ends.</summary>
internal static class Forever
{
    /// <summary>Waits until somebody cancels, and throws then.</summary>
    public static Task UntilCancelledAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.Infinite, cancellationToken);

    /// <summary>Waits until somebody cancels, and returns then.</summary>
    public static async Task UntilEndAsync(CancellationToken cancellationToken) =>
        await UntilCancelledAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
