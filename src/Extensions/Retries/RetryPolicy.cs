using System.Globalization;
using System.Net;
using Pinterest.OpenApi.Metadata;
using Polly;
using Polly.Retry;

namespace Pinterest.OpenApi;

/// <summary>Decides what is sent again, and after which wait.</summary>
internal static class RetryPolicy
{
    private static readonly ResiliencePropertyKey<PinterestRequest> RequestKey = new("request");

    public static ResiliencePipeline<BufferedResponse> Create(PinterestClientOptions options)
    {
        if (options.Retry.MaxRetries == 0)
        {
            return ResiliencePipeline<BufferedResponse>.Empty;
        }

        var logger = PinterestLog.Create(options.LoggerFactory);
        return new ResiliencePipelineBuilder<BufferedResponse> { TimeProvider = options.TimeProvider }
            .AddRetry(
                new RetryStrategyOptions<BufferedResponse>
                {
                    MaxRetryAttempts = options.Retry.MaxRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.Retry.BaseDelay,
                    MaxDelay = options.Retry.MaxDelay,
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            args.Outcome.Exception is { } error && ShouldRetry(error, args.Context, options)
                        ),
                    OnRetry = args =>
                    {
                        Report(args, logger);
                        return default;
                    },
                    DelayGenerator = args => ValueTask.FromResult(AskedFor(args.Outcome.Exception, options)),
                }
            )
            .Build();
    }

    public static void SetRequest(ResilienceContext context, PinterestRequest request) =>
        context.Properties.Set(RequestKey, request);

    private static bool ShouldRetry(Exception error, ResilienceContext context, PinterestClientOptions options)
    {
        if (!context.Properties.TryGetValue(RequestKey, out var request))
        {
            return false;
        }

        var isSafe = options.Retry.ReplayCreations || IsRepeatable(request.Operation);
        var canWait = AskedFor(error, options) is not { } wait || wait <= options.MaxRateLimitWait;
        return error switch
        {
            // Refused before anything happened, so that even a creation may be sent again.
            PinterestRateLimitedException limited => limited.Status != 0 && canWait,
            PinterestConnectionException
            {
                InnerException: HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                }
            } => true,
            PinterestConnectionException or PinterestTimeoutException => isSafe,
            PinterestServerException => isSafe && canWait,
            PinterestApiException { Status: HttpStatusCode.RequestTimeout } => isSafe && canWait,
            _ => false,
        };
    }

    private static void Report(OnRetryArguments<BufferedResponse> args, Microsoft.Extensions.Logging.ILogger logger)
    {
        if (!args.Context.Properties.TryGetValue(RequestKey, out var request))
        {
            return;
        }

        var reason = args.Outcome.Exception is PinterestApiException refusal
            ? ((int)refusal.Status).ToString(CultureInfo.InvariantCulture)
            : args.Outcome.Exception?.GetType().Name ?? "";
        PinterestLog.Retrying(logger, request.Operation.Id, request.Attempts, reason, args.RetryDelay);
        PinterestTelemetry.Retries.Add(
            1,
            new(PinterestTelemetry.OperationTag, request.Operation.Id),
            new(PinterestTelemetry.ErrorTag, reason)
        );
    }

    // Repeating a PATCH or DELETE changes nothing more; repeating a POST that creates makes a second thing.
    private static bool IsRepeatable(Operation operation) =>
        operation.Method != HttpMethod.Post || operation.Access is OperationAccess.Read;

    private static TimeSpan? AskedFor(Exception? error, PinterestClientOptions options) =>
        error switch
        {
            PinterestRateLimitedException limited => RateLimitState.Wait(
                limited.Headers,
                options.TimeProvider.GetUtcNow()
            ),
            PinterestApiException { Headers: var headers } when headers.ContainsKey("Retry-After") =>
                RateLimitState.Wait(headers, options.TimeProvider.GetUtcNow()),
            _ => null,
        };
}
