using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Lets the fault of a request happen: before the work, in the body of the response, or on its way to the caller.
/// </summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultPlan plan, LaterFailures later, SandboxOptions options)
{
    public Task InvokeAsync(HttpContext context) =>
        NextFault(context) is { } fault ? FailAsync(context, fault) : next(context);

    private SandboxFault? NextFault(HttpContext context)
    {
        try
        {
            return plan.Next(context.Request.Headers[FaultPlan.Header].ToString(), context.Operation().Id);
        }
        catch (SpecException error)
        {
            throw SandboxError.Invalid($"'{FaultPlan.Header}': {error.Message}");
        }
    }

    private async Task FailAsync(HttpContext context, SandboxFault fault)
    {
        if (FaultReplies.Find(fault.Kind) is { } refusal)
        {
            FaultReplies.AddHeaders(fault.Kind, context.Response.Headers);
            await refusal.ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        switch (fault.Kind)
        {
            case FaultKind.Reset:
                // The log shows a reset as 204: this stage returns, so the entry is written although nothing is sent.
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                context.Abort();
                return;
            case FaultKind.Latency:
                await Task.Delay(fault.Delay, options.FaultClock, context.RequestAborted).ConfigureAwait(false);
                break;
            case FaultKind.FailedMedia or FaultKind.FailedJob:
                later.Plan(fault.Kind);
                break;

            // These stay on the response, so that they spoil the reply of an error too.
            case FaultKind.TruncatedBody:
                context.Response.Body = new TruncatedBody(context.Response.Body, context.Abort);
                break;
            case FaultKind.SlowDrip:
                context.Response.Body = new DrippedBody(context.Response.Body, fault.Delay, options.FaultClock);
                break;
            default:
                await ChangeBodyAsync(context, fault.Kind).ConfigureAwait(false);
                return;
        }

        await next(context).ConfigureAwait(false);
    }

    // The endpoint writes into memory; what it wrote is changed and sent. The reply of an error stays as it is.
    private async Task ChangeBodyAsync(HttpContext context, FaultKind kind)
    {
        var connection = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = connection;
        }

        var status = context.Response.StatusCode;
        var schema = context.Operation().Replies.GetValueOrDefault(status);
        await BodyFaults
            .Change(kind, new SandboxReply(status, written.ToArray()), schema)
            .ExecuteAsync(context)
            .ConfigureAwait(false);
    }
}
