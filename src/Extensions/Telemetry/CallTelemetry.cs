using System.Diagnostics;
using System.Globalization;

namespace Pinterest.OpenApi;

/// <summary>The span and the duration of one call. Made only while a listener is attached.</summary>
internal sealed class CallTelemetry : IDisposable
{
    private readonly PinterestRequest _request;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Activity? _activity;
    private int? _status;
    private string? _error;

    /// <summary>Begins a call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="baseAddress">Where it is sent to.</param>
    /// <param name="time">The clock.</param>
    public CallTelemetry(PinterestRequest request, Uri baseAddress, TimeProvider time)
    {
        _request = request;
        _time = time;
        _start = time.GetTimestamp();
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
        _activity.SetTag("server.address", baseAddress.Host);
        _activity.SetTag("server.port", baseAddress.Port);
        _activity.SetTag(PinterestTelemetry.OperationTag, operation.Id);
        if (operation.RateCategory is { } category)
        {
            _activity.SetTag(PinterestTelemetry.CategoryTag, category);
        }
    }

    /// <summary>Gets whether anyone would see the measurements.</summary>
    public static bool HasListeners =>
        PinterestTelemetry.Source.HasListeners() || PinterestTelemetry.CallDuration.Enabled;

    public void Succeeded(BufferedResponse response)
    {
        _status = (int)response.Status;
        SetRequestId(response.Headers);
    }

    public void Failed(Exception error)
    {
        var refusal = error as PinterestApiException;
        _status = refusal is { Status: not 0 } ? (int)refusal.Status : null;
        _error = _status is { } status and >= 300
            ? status.ToString(CultureInfo.InvariantCulture)
            : error.GetType().FullName;
        if (refusal is not null)
        {
            SetRequestId(refusal.Headers);
        }

        // Without the message of the error: Pinterest may quote in it what was sent.
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

        PinterestTelemetry.CallDuration.Record(_time.GetElapsedTime(_start).TotalSeconds, tags);
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
