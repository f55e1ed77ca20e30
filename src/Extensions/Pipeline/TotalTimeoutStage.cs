namespace Pinterest.OpenApi;

/// <summary>Limits the time of the whole call, with its retries and waits.</summary>
internal sealed class TotalTimeoutStage(CallStage next, TimeSpan timeout, TimeProvider time) : CallStage
{
    public override async Task<BufferedResponse> SendAsync(
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        using var limit = TimeLimit.Start(timeout, time, cancellationToken);
        try
        {
            return await next.SendAsync(request, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (limit.HasPassed)
        {
            throw new PinterestTimeoutException(request.Operation, timeout, isTotal: true, error);
        }
    }
}
