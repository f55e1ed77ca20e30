namespace Pinterest.OpenApi;

/// <summary>
/// Holds an attempt back until the rate limits allow it. Waiting for a turn is no part of the attempt's time.
/// </summary>
internal sealed class PacingStage(CallStage next, UserPacing pacing) : CallStage
{
    public override Task<BufferedResponse> SendAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        // An attempt that is given up while it waits counts too.
        request.Attempts++;
        var turn = pacing.WaitAsync(request.Operation, cancellationToken);
        return turn.IsCompletedSuccessfully
            ? next.SendAsync(request, cancellationToken)
            : WaitAndSendAsync(turn, request, cancellationToken);
    }

    private async Task<BufferedResponse> WaitAndSendAsync(
        ValueTask turn,
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        await turn.ConfigureAwait(false);
        return await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
