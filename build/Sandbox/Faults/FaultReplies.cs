using System.Text;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>The replies of faults that happen before any work: the request is refused, whatever it asks for.</summary>
internal static class FaultReplies
{
    private const string UnavailablePage =
        "<!doctype html><html><head><title>503</title></head><body><h1>Service unavailable</h1></body></html>";

    /// <summary>Gives the reply of a fault; null when the fault lets the request be worked on.</summary>
    public static SandboxReply? Find(FaultKind kind) =>
        kind switch
        {
            FaultKind.Unavailable => new SandboxReply(
                StatusCodes.Status503ServiceUnavailable,
                Encoding.UTF8.GetBytes(UnavailablePage),
                "text/html; charset=utf-8"
            ),
            FaultKind.EmptyError => new SandboxReply(
                StatusCodes.Status500InternalServerError,
                ReadOnlyMemory<byte>.Empty
            ),
            FaultKind.RateLimited => SandboxReply.Error(SandboxError.RateLimited()),
            FaultKind.Spam => Refusal(
                StatusCodes.Status429TooManyRequests,
                9,
                "The request looks like spam and was blocked."
            ),
            FaultKind.ExpiredToken => SandboxReply.Error(SandboxError.AuthenticationFailed()),
            FaultKind.MissingScope => SandboxReply.Error(SandboxError.MissingScope("this is a planned fault")),
            FaultKind.RestrictedFeature => Refusal(
                StatusCodes.Status401Unauthorized,
                3,
                "Your application is not enabled for this restricted feature."
            ),
            FaultKind.TrialAccess => Refusal(
                StatusCodes.Status403Forbidden,
                29,
                "Apps with Trial access may not do this in production."
            ),
            _ => null,
        };

    /// <summary>Adds the headers that Pinterest sends with such a reply.</summary>
    public static void AddHeaders(FaultKind kind, IHeaderDictionary headers)
    {
        if (kind is FaultKind.RateLimited)
        {
            headers["x-ratelimit-limit"] = "100, 100;w=1, 1000;w=60";
            headers["x-ratelimit-remaining"] = "0";
            headers["x-ratelimit-reset"] = "1";
        }
    }

    private static SandboxReply Refusal(int status, int code, string message) =>
        SandboxReply.Error(new SandboxError(status, code, message));
}
