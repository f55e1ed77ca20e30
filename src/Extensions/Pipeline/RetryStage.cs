using Polly;

namespace Pinterest.OpenApi;

/// <summary>Sends a failed call again where the policy allows it.</summary>
internal sealed class RetryStage(CallStage next, RetryPolicy policy) : CallStage
{
    public override async Task<BufferedResponse> SendAsync(
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        RetryPolicy.SetRequest(context, request);
        try
        {
            return await policy
                .Pipeline.ExecuteAsync(
                    static (context, call) => AttemptAsync(call.Next, call.Request, context.CancellationToken),
                    context,
                    (Next: next, Request: request)
                )
                .ConfigureAwait(false);
        }
        catch (PinterestException error) when (request.HadUncertainAttempt)
        {
            error.AddUncertainAttempt();
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask<BufferedResponse> AttemptAsync(
        CallStage next,
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (PinterestException error) when (error.MayHaveHappened)
        {
            request.HadUncertainAttempt = true;
            throw;
        }
    }
}
