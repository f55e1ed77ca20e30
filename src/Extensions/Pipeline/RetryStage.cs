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
                    static (context, call) =>
                        new ValueTask<BufferedResponse>(call.Next.SendAsync(call.Request, context.CancellationToken)),
                    context,
                    (Next: next, Request: request)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
