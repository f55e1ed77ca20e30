using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Pinterest.OpenApi.Metadata;
using Polly;

namespace Pinterest.OpenApi;

/// <summary>Sends calls and reads replies. The generated clients know nothing else of HTTP.</summary>
internal sealed class PinterestConnection
{
    private static readonly string UserAgent =
        $"Pinterest.OpenApi/{typeof(PinterestConnection).Assembly.GetName().Version?.ToString(3) ?? "0"}";

    private readonly Func<HttpClient> _http;
    private readonly RateLimiter _limiter;
    private readonly ILogger _logger;
    private readonly PinterestCredential? _credential;
    private readonly ResiliencePipeline<BufferedResponse> _retries;

    public PinterestConnection(Func<HttpClient> http, PinterestClientOptions options)
        : this(http, options, RetryPolicy.Create(options), new RateLimiter()) { }

    private PinterestConnection(
        Func<HttpClient> http,
        PinterestClientOptions options,
        ResiliencePipeline<BufferedResponse> retries,
        RateLimiter limiter
    ) =>
        (_http, Options, _retries, _limiter, _logger, _credential) = (
            http,
            options,
            retries,
            limiter,
            PinterestLog.Create(options.LoggerFactory),
            options.Credential
                ?? (options.AccessToken is { } token ? new StaticTokenCredential(new PinterestToken(token)) : null)
        );

    public PinterestClientOptions Options { get; }

    /// <summary>Gets what Pinterest last said of each rate category to the user of this connection.</summary>
    public IReadOnlyDictionary<string, RateLimitState> RateLimits => _limiter.SeenBy(PacingKey, Options.AccessTier);

    private object PacingKey => _credential?.PacingKey ?? this;

    /// <summary>Makes a connection that shares the HTTP client.</summary>
    public PinterestConnection With(PinterestClientOptions other)
    {
        var isSamePolicy =
            other.Retry == Options.Retry
            && other.MaxRateLimitWait == Options.MaxRateLimitWait
            && other.TimeProvider == Options.TimeProvider
            && other.LoggerFactory == Options.LoggerFactory;
        return new PinterestConnection(_http, other, isSamePolicy ? _retries : RetryPolicy.Create(other), _limiter);
    }

    /// <summary>Sends a call and reads its reply. Every 2xx is a success.</summary>
    public async Task<T> SendAsync<T>(PinterestRequest request, CancellationToken cancellationToken)
    {
        using var reply = await SendCoreAsync(request, cancellationToken).ConfigureAwait(false);
        return Read<T>(request.Operation, reply);
    }

    /// <summary>Sends a call whose reply has no content that matters.</summary>
    public async Task SendAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        using var reply = await SendCoreAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request to another host: without a token, an app secret or anything else of ours.</summary>
    public async Task<HttpResponseMessage> SendBareAsync(
        HttpRequestMessage message,
        CancellationToken cancellationToken
    )
    {
        var http = _http();
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new InvalidOperationException(
                "The HttpClient sends an Authorization header by itself, which must not reach an upload host. Remove it; tokens belong into the options."
            );
        }

        return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<BufferedResponse> SendCoreAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        if (Options.AdAccountId is { } adAccountId)
        {
            request.AddDefault("ad_account_id", adAccountId);
        }

        using var telemetry = CallTelemetry.TryStart(request, Options);
        if (telemetry is null)
        {
            return await SendWithRetriesAsync(request, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var reply = await SendWithRetriesAsync(request, cancellationToken).ConfigureAwait(false);
            telemetry.Succeeded(reply);
            return reply;
        }
        catch (Exception error)
        {
            telemetry.Failed(error);
            throw;
        }
    }

    private async Task<BufferedResponse> SendWithRetriesAsync(
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        using var limit = TimeLimit.Start(Options.Timeout, Options.TimeProvider, cancellationToken);
        var context = ResilienceContextPool.Shared.Get(limit.Token);
        RetryPolicy.SetRequest(context, request);
        try
        {
            return await _retries
                .ExecuteAsync(
                    static async (context, state) =>
                        await state
                            .Connection.AttemptAsync(state.Request, context.CancellationToken)
                            .ConfigureAwait(false),
                    context,
                    (Connection: this, Request: request)
                )
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (limit.HasPassed)
        {
            throw new PinterestTimeoutException(request.Operation, Options.Timeout!.Value, isTotal: true, error);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<BufferedResponse> AttemptAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        request.Attempts++;

        // Waiting for one's turn is no part of the attempt.
        await _limiter
            .WaitAsync(request.Operation, PacingKey, Options, _logger, cancellationToken)
            .ConfigureAwait(false);
        using var limit = TimeLimit.Start(Options.AttemptTimeout, Options.TimeProvider, cancellationToken);
        try
        {
            return await ExchangeAsync(request, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (limit.HasPassed || !cancellationToken.IsCancellationRequested)
        {
            // HttpClient's own time-out, if it has one, looks like a cancellation too.
            throw new PinterestTimeoutException(request.Operation, Options.AttemptTimeout, isTotal: false, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new PinterestConnectionException(request.Operation, error);
        }
    }

    private async Task<BufferedResponse> ExchangeAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        if (OperationAuthorizer.TryWithoutCredential(request.Operation, Options) is { } authorization)
        {
            return await SendOnceAsync(request, authorization, cancellationToken).ConfigureAwait(false);
        }

        if (_credential is null)
        {
            return await SendOnceAsync(request, null, cancellationToken).ConfigureAwait(false);
        }

        var token = await _credential.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendOnceAsync(request, Authorize(request.Operation, token), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (PinterestAuthenticationFailedException) when (!request.WasRenewed)
        {
            // Refused for its token, so nothing has happened and even a creation may be sent again, once.
            if (await _credential.RenewAsync(token, cancellationToken).ConfigureAwait(false) is not { } renewed)
            {
                throw;
            }

            // Not before: a renewal that fails is tried again with the call, and its error is not that of a bad token.
            request.WasRenewed = true;
            return await SendOnceAsync(request, Authorize(request.Operation, renewed), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private AuthenticationHeaderValue Authorize(Operation operation, PinterestToken token)
    {
        if (Options.CheckScopes)
        {
            OperationAuthorizer.Check(operation, _credential!.Kind, token);
        }

        return new AuthenticationHeaderValue("Bearer", token.AccessToken);
    }

    private async Task<BufferedResponse> SendOnceAsync(
        PinterestRequest request,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellationToken
    )
    {
        using var message = request.ToHttpRequest(Options.BaseAddress);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        message.Headers.Authorization = authorization;

        var http = _http();
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        var reply = await BufferedResponse.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        try
        {
            if (_logger.IsEnabled(LogLevel.Debug))
            {
                PinterestLog.Answered(
                    _logger,
                    request.Operation.Id,
                    (int)response.StatusCode,
                    request.Attempts,
                    reply.Headers.RequestId
                );
            }

            _limiter.Learn(
                request.Operation,
                PacingKey,
                Options,
                reply.Headers,
                response.StatusCode is HttpStatusCode.TooManyRequests
            );
            Options.OnResponse?.Invoke(new PinterestResponse(request.Operation, response.StatusCode, reply.Headers));
            if (!response.IsSuccessStatusCode)
            {
                throw ErrorClassifier.Classify(
                    new ErrorResponse(request.Operation, reply),
                    Options.TimeProvider.GetUtcNow()
                );
            }

            return reply;
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    private static T Read<T>(Operation operation, BufferedResponse reply)
    {
        try
        {
            // A 204 where a body was promised is still a success.
            if (reply.Length == 0)
            {
                return Empty<T>();
            }

            using var body = reply.OpenBody();
            return PinterestJson.Deserialize<T>(body) ?? Empty<T>();
        }
        catch (JsonException error)
        {
            throw PinterestApiException.Unreadable(new ErrorResponse(operation, reply), error);
        }
    }

    private static T Empty<T>()
    {
        using var text = new StringReader(
            typeof(T) == typeof(string) ? "\"\""
            : typeof(T).IsGenericType && typeof(T).GetGenericArguments().Length == 1 ? "[]"
            : "{}"
        );
        return PinterestJson.Deserialize<T>(text)!;
    }
}
