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
                    // Null leaves the delay to the policy.
                    DelayGenerator = args =>
                        ValueTask.FromResult((args.Outcome.Exception as PinterestApiException)?.RetryAfter),
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
        return error switch
        {
            PinterestConnectionException { NeverArrived: true } => true,
            PinterestConnectionException or PinterestTimeoutException => isSafe,

            // Status 0 means that the client itself stopped the call. With 429 Pinterest refused it before doing anything,
            // so a creation can be sent again too.
            PinterestApiException { IsTransient: true, Status: not 0 } refusal => CanWait(refusal)
                && (isSafe || refusal.Status is HttpStatusCode.TooManyRequests),
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

    private bool CanWait(PinterestApiException refusal) =>
        refusal.RetryAfter is not { } wait || wait <= Settings.MaxWait;
}
