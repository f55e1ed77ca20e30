using System.Diagnostics;

namespace Pinterest.OpenApi;

/// <summary>The span and the duration of one call. Exists only while somebody listens.</summary>
internal sealed class CallTelemetry : IDisposable
{
    private readonly PinterestRequest _request;
    private readonly PinterestClientOptions _options;
    private readonly long _start;
    private readonly Activity? _activity;
    private int? _status;
    private string? _error;

    private CallTelemetry(PinterestRequest request, PinterestClientOptions options)
    {
        (_request, _options) = (request, options);
        _start = options.TimeProvider.GetTimestamp();
        var operation = request.Operation;
        _activity = PinterestTelemetry.Source.StartActivity(
            $"{operation.Method} {operation.Path}",
            ActivityKind.Client
        );
        if (_activity is not { IsAllDataRequested: true })
        {
            return;
        }

        _activity.SetTag("http.request.method", operation.Method.Method);
        _activity.SetTag("url.template", operation.Path);
        _activity.SetTag("server.address", options.BaseAddress.Host);
        _activity.SetTag("server.port", options.BaseAddress.Port);
        _activity.SetTag(PinterestTelemetry.OperationTag, operation.Id);
        if (operation.RateCategory is { } category)
        {
            _activity.SetTag(PinterestTelemetry.CategoryTag, category);
        }
    }

    /// <summary>Begins a call, if somebody listens.</summary>
    public static CallTelemetry? TryStart(PinterestRequest request, PinterestClientOptions options) =>
        PinterestTelemetry.Source.HasListeners() || PinterestTelemetry.CallDuration.Enabled
            ? new CallTelemetry(request, options)
            : null;

    public void Succeeded(BufferedResponse reply)
    {
        _status = (int)reply.Status;
        SetRequestId(reply.Headers);
    }

    public void Failed(Exception error)
    {
        var refusal = error as PinterestApiException;
        _status = refusal is { Status: not 0 } ? (int)refusal.Status : null;
        _error = _status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? error.GetType().FullName;
        if (refusal is not null)
        {
            SetRequestId(refusal.Headers);
        }

        // Not the message: that of an error of Pinterest may quote what was sent.
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        var tags = new TagList
        {
            { "http.request.method", _request.Operation.Method.Method },
            { "url.template", _request.Operation.Path },
            { PinterestTelemetry.OperationTag, _request.Operation.Id },
        };
        if (_request.Operation.RateCategory is { } category)
        {
            tags.Add(PinterestTelemetry.CategoryTag, category);
        }

        if (_status is { } status)
        {
            Add("http.response.status_code", status);
        }

        if (_error is not null)
        {
            Add(PinterestTelemetry.ErrorTag, _error);
        }

        if (_request.Attempts > 1)
        {
            _activity?.SetTag("http.request.resend_count", _request.Attempts - 1);
        }

        PinterestTelemetry.CallDuration.Record(_options.TimeProvider.GetElapsedTime(_start).TotalSeconds, tags);
        _activity?.Dispose();

        void Add(string name, object value)
        {
            tags.Add(name, value);
            _activity?.SetTag(name, value);
        }
    }

    private void SetRequestId(PinterestResponseHeaders headers)
    {
        if (_activity is { IsAllDataRequested: true } && headers.RequestId is { } id)
        {
            _activity.SetTag("pinterest.request_id", id);
        }
    }
}
