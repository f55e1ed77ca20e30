namespace Pinterest.OpenApi;

/// <summary>Measures the whole call, with its retries and waits, while a listener is attached.</summary>
internal sealed class TelemetryStage(CallStage next, Uri baseAddress, TimeProvider time) : CallStage
{
    public override Task<BufferedResponse> SendAsync(PinterestRequest request, CancellationToken cancellationToken) =>
        CallTelemetry.HasListeners
            ? MeasureAsync(request, cancellationToken)
            : next.SendAsync(request, cancellationToken);

    private async Task<BufferedResponse> MeasureAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        using var telemetry = new CallTelemetry(request, baseAddress, time);
        try
        {
            var response = await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
            telemetry.Succeeded(response);
            return response;
        }
        catch (Exception error)
        {
            telemetry.Failed(error);
            throw;
        }
    }
}
