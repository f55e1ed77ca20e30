namespace Pinterest.OpenApi;

/// <summary>
/// One step of sending a call. A stage does its own job and hands the call to the next one; the last sends it.
/// </summary>
internal abstract class CallStage
{
    /// <summary>Sends a call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A successful response. The caller disposes it. Anything else is an exception.</returns>
    public abstract Task<BufferedResponse> SendAsync(PinterestRequest request, CancellationToken cancellationToken);
}
