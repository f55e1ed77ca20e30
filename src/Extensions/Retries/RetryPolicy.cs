using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Pinterest.OpenApi;

/// <summary>Decides which failed calls are sent again, and after which wait.</summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<PinterestRequest> RequestKey = new("request");

    private readonly ILogger _logger;

    /// <summary>Makes a policy.</summary>
    /// <param name="settings">What it is made of.</param>
    public RetryPolicy(RetrySettings settings)
    {
        Settings = settings;
        _logger = PinterestLog.Create(settings.LoggerFactory);
        Pipeline = IsOff ? ResiliencePipeline<BufferedResponse>.Empty : Build();
    }

    public RetrySettings Settings { get; }

    /// <summary>Gets whether nothing is ever sent again.</summary>
    public bool IsOff => Settings.Options.MaxRetries == 0;

    /// <summary>Gets what runs a call. Its context must hold the request, see <see cref="SetRequest"/>.</summary>
    public ResiliencePipeline<BufferedResponse> Pipeline { get; }

    /// <summary>Tells the pipeline which request a context is for.</summary>
    public static void SetRequest(ResilienceContext context, PinterestRequest request) =>
        context.Properties.Set(RequestKey, request);

    private ResiliencePipeline<BufferedResponse> Build() =>
        new ResiliencePipelineBuilder<BufferedResponse> { TimeProvider = Settings.Time }
            .AddRetry(
                new RetryStrategyOptions<BufferedResponse>
                {
                    MaxRetryAttempts = Settings.Options.MaxRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = Settings.Options.BaseDelay,
                    MaxDelay = Settings.Options.MaxDelay,
                    ShouldHandle = args =>
                        ValueTask.FromResult(args.Outcome.Exception is { } error && ShouldRetry(error, args.Context)),
                    OnRetry = args =>
                    {
                        Report(args);
                        return default;
                    },
                    DelayGenerator = args => ValueTask.FromResult(RequestedWait(args.Outcome.Exception)),
                }
            )
            .Build();

    private bool ShouldRetry(Exception error, ResilienceContext context)
    {
        if (!context.Properties.TryGetValue(RequestKey, out var request))
        {
            return false;
        }

        var isSafe = Settings.Options.ReplayCreations || request.IsRepeatable;
        var canWait = RequestedWait(error) is not { } wait || wait <= Settings.MaxWait;
        return error switch
        {
            // Pinterest rejected the call before doing anything, so a creation can be repeated too. Status 0 means that
            // the client itself stopped the call.
            PinterestRateLimitedException limited => limited.Status != 0 && canWait,
            PinterestConnectionException failed when NeverArrived(failed) => true,
            PinterestConnectionException or PinterestTimeoutException => isSafe,
            PinterestServerException => isSafe && canWait,
            PinterestApiException { Status: HttpStatusCode.RequestTimeout } => isSafe && canWait,
            _ => false,
        };
    }

    private void Report(OnRetryArguments<BufferedResponse> args)
    {
        if (!args.Context.Properties.TryGetValue(RequestKey, out var request))
        {
            return;
        }

        var reason = args.Outcome.Exception is PinterestApiException refusal
            ? ((int)refusal.Status).ToString(CultureInfo.InvariantCulture)
            : args.Outcome.Exception?.GetType().Name ?? "";
        PinterestLog.Retrying(_logger, request.Operation.Id, request.Attempts, reason, args.RetryDelay);
        PinterestTelemetry.Retries.Add(
            1,
            new(PinterestTelemetry.OperationTag, request.Operation.Id),
            new(PinterestTelemetry.ErrorTag, reason)
        );
    }

    // No connection was made, and none before it, so the request cannot have reached Pinterest.
    private static bool NeverArrived(PinterestConnectionException error) =>
        error
            is {
                MayHaveArrived: false,
                InnerException: HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                }
            };

    // The wait that the response itself names, or null when the policy's own delay is used.
    private TimeSpan? RequestedWait(Exception? error) =>
        error switch
        {
            PinterestRateLimitedException limited => RateLimitState.Wait(limited.Headers, Settings.Time.GetUtcNow()),
            PinterestApiException { Headers: var headers } when headers.ContainsKey("Retry-After") =>
                RateLimitState.Wait(headers, Settings.Time.GetUtcNow()),
            _ => null,
        };
}
