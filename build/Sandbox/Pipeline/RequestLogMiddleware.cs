using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Admin;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Logs the requests to the API with the status of their response.</summary>
internal sealed class RequestLogMiddleware(RequestDelegate next, RequestLog log, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context) => context.Match() is null ? next(context) : LogAsync(context);

    private async Task LogAsync(HttpContext context)
    {
        // A test reads the log as soon as it has the response, so the entry must be there before the response is sent.
        var entry = new Entry(this, context);
        context.Response.OnStarting(entry.WriteAsync);
        try
        {
            await next(context).ConfigureAwait(false);

            // A response without a body starts later than here.
            await entry.WriteAsync().ConfigureAwait(false);
        }
        finally
        {
            // A request whose connection broke has no response, and no entry.
            entry.Close();
        }
    }

    private void Add(HttpContext context) =>
        log.Add(
            new ReceivedRequest
            {
                ReceivedAt = clock.GetUtcNow(),
                Method = context.Request.Method,
                Path = context.Request.Path.Value + context.Request.QueryString,
                OperationId = context.Match()!.Operation?.Id,
                Status = context.Response.StatusCode,
                Body = null,
            },
            context.ReceivedBody()
        );

    /// <summary>One line of the log, written once.</summary>
    private sealed class Entry(RequestLogMiddleware log, HttpContext context)
    {
        private bool _isClosed;

        public void Close() => _isClosed = true;

        public Task WriteAsync()
        {
            if (!_isClosed)
            {
                Close();
                log.Add(context);
            }

            return Task.CompletedTask;
        }
    }
}
