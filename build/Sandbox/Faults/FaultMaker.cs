using System.Text;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>Makes faults happen.</summary>
internal static class FaultMaker
{
    private const int DripPieces = 20;

    /// <summary>Gives the reply of a fault that goes before any work, or null.</summary>
    public static async Task<SandboxReply?> BeforeAsync(SandboxFault fault, HttpContext context)
    {
        switch (fault.Kind)
        {
            case FaultKind.Latency:
                await Task.Delay(fault.Delay, context.RequestAborted).ConfigureAwait(false);
                return null;
            case FaultKind.Reset:
                context.Abort();
                return SandboxReply.NoContent;
            case FaultKind.Unavailable:
                return new SandboxReply(
                    StatusCodes.Status503ServiceUnavailable,
                    Encoding.UTF8.GetBytes(
                        "<!doctype html><html><head><title>503</title></head><body><h1>Service unavailable</h1></body></html>"
                    ),
                    "text/html; charset=utf-8"
                );
            case FaultKind.EmptyError:
                return new SandboxReply(StatusCodes.Status500InternalServerError, ReadOnlyMemory<byte>.Empty);
            case FaultKind.RateLimited:
                context.Response.Headers["x-ratelimit-limit"] = "100, 100;w=1, 1000;w=60";
                context.Response.Headers["x-ratelimit-remaining"] = "0";
                context.Response.Headers["x-ratelimit-reset"] = "1";
                return SandboxReply.Error(
                    new SandboxError(
                        StatusCodes.Status429TooManyRequests,
                        8,
                        "You have exceeded your rate limit. Try again later."
                    )
                );
            case FaultKind.Spam:
                return SandboxReply.Error(
                    new SandboxError(
                        StatusCodes.Status429TooManyRequests,
                        9,
                        "The request looks like spam and was blocked."
                    )
                );
            case FaultKind.ExpiredToken:
                return SandboxReply.Error(SandboxError.AuthenticationFailed());
            case FaultKind.MissingScope:
                return SandboxReply.Error(SandboxError.MissingScope("a fault was asked for"));
            case FaultKind.RestrictedFeature:
                return SandboxReply.Error(
                    new SandboxError(
                        StatusCodes.Status401Unauthorized,
                        3,
                        "Your application uses a restricted feature: it is not enabled for it."
                    )
                );
            case FaultKind.TrialAccess:
                return SandboxReply.Error(
                    new SandboxError(
                        StatusCodes.Status403Forbidden,
                        29,
                        "Apps with Trial access may not do this in production."
                    )
                );
            default:
                return null;
        }
    }

    /// <summary>Changes a reply, where its fault is in the body.</summary>
    public static SandboxReply Change(SandboxFault fault, SandboxReply reply, EffectiveSchema? schema) =>
        fault.Kind switch
        {
            FaultKind.WrongJson => reply with { Body = Encoding.UTF8.GetBytes("{\"items\": [{\"id\": ") },
            FaultKind.UnknownEnumValue
            or FaultKind.ExtraMembers
            or FaultKind.MissingMembers
            or FaultKind.NullMembers when schema is not null && reply.Read() is { } body => reply with
            {
                Body = SandboxReply.Utf8(BodyFaults.Apply(fault.Kind, schema, body)),
            },
            _ => reply,
        };

    /// <summary>Sends a reply as its fault wants it.</summary>
    /// <returns>Whether it was sent.</returns>
    public static async Task<bool> SendAsync(SandboxFault fault, SandboxReply reply, HttpContext context)
    {
        switch (fault.Kind)
        {
            case FaultKind.TruncatedBody when !reply.Body.IsEmpty:
                Start(context, reply);
                await context
                    .Response.Body.WriteAsync(reply.Body[..(reply.Body.Length / 2)], context.RequestAborted)
                    .ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
                context.Abort();
                return true;
            case FaultKind.SlowDrip when !reply.Body.IsEmpty:
                Start(context, reply);
                await DripAsync(fault, reply, context).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    private static void Start(HttpContext context, SandboxReply reply)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
    }

    private static async Task DripAsync(SandboxFault fault, SandboxReply reply, HttpContext context)
    {
        var piece = Math.Max(1, (reply.Body.Length + DripPieces - 1) / DripPieces);
        for (var sent = 0; sent < reply.Body.Length; sent += piece)
        {
            await context
                .Response.Body.WriteAsync(
                    reply.Body.Slice(sent, Math.Min(piece, reply.Body.Length - sent)),
                    context.RequestAborted
                )
                .ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await Task.Delay(fault.Delay / DripPieces, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
