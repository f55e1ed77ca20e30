using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// The findings that a stage of the pipeline leaves on a request for the stages after it. Each is set by one stage:
/// the match by <see cref="OperationMatchMiddleware"/>, the body by <see cref="RequestBodyMiddleware"/>, the caller by
/// <see cref="AuthenticationMiddleware"/>.
/// </summary>
internal static class HttpContextExtensions
{
    /// <summary>Gives the match of the path with the description; null outside of the API.</summary>
    public static RouteMatch<OperationSchemas>? Match(this HttpContext context) =>
        context.Features.Get<RouteMatch<OperationSchemas>>();

    public static void SetMatch(this HttpContext context, RouteMatch<OperationSchemas> match) =>
        context.Features.Set(match);

    /// <summary>
    /// Gives the operation of the request. Every stage after <see cref="KnownOperationMiddleware"/> has one.
    /// </summary>
    public static OperationSchemas Operation(this HttpContext context) => context.Match()!.Operation!;

    /// <summary>Gives the body; empty before it was read.</summary>
    public static ReadOnlyMemory<byte> ReceivedBody(this HttpContext context) =>
        context.Features.Get<Received>()?.Body ?? ReadOnlyMemory<byte>.Empty;

    public static void SetReceivedBody(this HttpContext context, ReadOnlyMemory<byte> body) =>
        context.Features.Set(new Received(body));

    /// <summary>Gives the caller. Every stage after <see cref="AuthenticationMiddleware"/> has one.</summary>
    public static Caller Caller(this HttpContext context) => context.Features.Get<Caller>()!;

    public static void SetCaller(this HttpContext context, Caller caller) => context.Features.Set(caller);

    private sealed record Received(ReadOnlyMemory<byte> Body);
}
