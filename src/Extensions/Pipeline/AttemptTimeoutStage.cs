namespace Pinterest.OpenApi;

/// <summary>Limits the time of one attempt, and turns a failed connection into an exception of this library.</summary>
internal sealed class AttemptTimeoutStage(CallStage next, TimeSpan timeout, TimeProvider time) : CallStage
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
            throw new PinterestTimeoutException(request.Operation, timeout, isTotal: false, error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw PinterestTimeoutException.OfHandler(request.Operation, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw PinterestConnectionException.Of(request.Operation, error);
        }
    }
}
